import type { CheckAnswer } from "../../../shared/contract/check.ts";
import type { Handlers } from "../../../shared/contract/ipc.ts";
import type { Result } from "../../../shared/contract/result.ts";
import { addressToProbe, withProbe } from "../../../shared/preflight/compare-probe.ts";
import type { Attempt } from "../../../shared/preflight/compare-probe.ts";
import type { NameLookup, Preflight, ServerTarget } from "../../../shared/preflight/preflight-report.ts";
import { readTarget } from "../../../shared/preflight/read-target.ts";
import type { Ask } from "../watch/questions.ts";

/** What a pre-flight asks of the network: a name's addresses, and a connect only when the user wants to try. */
export interface Network {
  lookUpName(name: string): Promise<NameLookup>;
  tryConnect(address: string, port: number): Promise<Attempt>;
}

/** The calls that say whether a connection to a server would work now, judged by the last look. */
export function checkHandlers(ask: Ask, network: Network): Pick<Handlers, "check" | "probe"> {
  return {
    check: ({ server }) => checkServer(ask, network, server, async (report) => report),
    probe: ({ server }) => checkServer(ask, network, server, (report) => probed(network, report)),
  };
}

async function checkServer(
  ask: Ask,
  network: Network,
  server: string,
  finish: (report: Preflight) => Promise<Preflight>,
): Promise<Result<CheckAnswer>> {
  const reading = readTarget(server);
  if ("problem" in reading) return { ok: true, value: { kind: "no-target", problem: reading.problem } };
  const { target } = reading;
  const lookup = await addressesOf(target, network);
  // Judged by what is known when the name has been looked up, not by what was known when it was asked for.
  const report = await ask("preflight", { target, lookup });
  return report.ok ? { ok: true, value: { kind: "report", report: await finish(report.value) } } : report;
}

function addressesOf({ host, isName }: ServerTarget, network: Network): Promise<NameLookup> {
  return isName ? network.lookUpName(host) : Promise.resolve({ state: "not-needed" });
}

async function probed(network: Network, report: Preflight): Promise<Preflight> {
  const address = addressToProbe(report);
  return address === null ? report : withProbe(report, await network.tryConnect(address, report.target.port));
}
