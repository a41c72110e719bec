import { lookUpName } from "../../observe/name-lookup.ts";
import { tryConnect } from "../../observe/tcp-attempt.ts";
import { addressToProbe, withProbe } from "../../../shared/preflight/compare-probe.ts";
import { preflight } from "../../../shared/preflight/preflight.ts";
import type { NameLookup, Preflight, ServerTarget } from "../../../shared/preflight/preflight-report.ts";
import { readTarget } from "../../../shared/preflight/read-target.ts";
import { CliFailure } from "../cli-failure.ts";
import type { CliContext } from "../context.ts";
import { EXIT } from "../exit-code.ts";
import type { ExitCode } from "../exit-code.ts";
import { lookFrom } from "../look-from.ts";
import type { FromOption } from "../look-from.ts";
import { preflightLines } from "../render/preflight.ts";

/** What `holdfast check` was asked to do. */
export interface CheckOptions extends FromOption {
  json?: true;
  /** Try one TCP connect, too. */
  probe?: true;
}

/** `holdfast check SERVER`: what would happen if a client connected now. Sends nothing to the server without `--probe`. */
export async function check(server: string, options: CheckOptions, context: CliContext): Promise<ExitCode> {
  const reading = readTarget(server);
  if ("problem" in reading)
    throw new CliFailure(EXIT.usage, `preflight:target.${reading.problem.code}`, reading.problem.args);
  const { target } = reading;
  if (options.from !== undefined) refuseNetwork(target, options);
  const [lookup, { snapshot, history }] = await Promise.all([lookUp(target), lookFrom(options, context)]);
  const foreseen = preflight(snapshot, history, { target, lookup });
  const report = options.probe === true ? await probed(foreseen) : foreseen;
  const text = options.json ? JSON.stringify(report, null, 2) : preflightLines(report, context).join("\n");
  context.terminal.print(text);
  return report.works === "yes" ? EXIT.fine : EXIT.problems;
}

// What this machine finds out about a name or a server says nothing about the one that the folder is from.
function refuseNetwork({ isName, host }: ServerTarget, { probe }: CheckOptions): void {
  if (probe === true) throw new CliFailure(EXIT.usage, "cli:usage.probe-of-folder");
  if (isName) throw new CliFailure(EXIT.usage, "cli:usage.name-of-folder", { host });
}

function lookUp({ host, isName }: ServerTarget): Promise<NameLookup> {
  return isName ? lookUpName(host) : Promise.resolve({ state: "not-needed" });
}

async function probed(report: Preflight): Promise<Preflight> {
  const address = addressToProbe(report);
  return address === null ? report : withProbe(report, await tryConnect(address, report.target.port));
}
