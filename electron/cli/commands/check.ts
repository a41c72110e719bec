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
import { lookHere } from "../look.ts";
import { preflightLines } from "../render/preflight.ts";

/** What `holdfast check` was asked to do. */
export interface CheckOptions {
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
  const [lookup, { snapshot, history }] = await Promise.all([lookUp(target), lookHere(context)]);
  const foreseen = preflight(snapshot, history, { target, lookup });
  const report = options.probe === true ? await probed(foreseen) : foreseen;
  const text = options.json ? JSON.stringify(report, null, 2) : preflightLines(report, context).join("\n");
  context.terminal.print(text);
  return report.works === "yes" ? EXIT.fine : EXIT.problems;
}

function lookUp({ host, isName }: ServerTarget): Promise<NameLookup> {
  return isName ? lookUpName(host) : Promise.resolve({ state: "not-needed" });
}

async function probed(report: Preflight): Promise<Preflight> {
  const address = addressToProbe(report);
  return address === null ? report : withProbe(report, await tryConnect(address, report.target.port));
}
