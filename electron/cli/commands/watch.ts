import { watchSnapshots } from "../../observe/watch.ts";
import { diagnosisOf } from "../../../shared/contract/diagnosis.ts";
import { assess } from "../../../shared/health/assess.ts";
import type { Assessment } from "../../../shared/health/finding.ts";
import { EMPTY_HISTORY } from "../../../shared/history/history.ts";
import { remember } from "../../../shared/history/remember.ts";
import { planRepair } from "../../../shared/repair/plan.ts";
import type { CliContext } from "../context.ts";
import { EXIT } from "../exit-code.ts";
import type { ExitCode } from "../exit-code.ts";
import { planIdentity } from "../look.ts";
import { findingText } from "../render/findings.ts";
import { statusLines } from "../render/status.ts";

/** `holdfast watch`: a live dashboard until Ctrl-C; with `--json` one line for each change. */
export async function watch(options: { json?: true }, context: CliContext): Promise<ExitCode> {
  const ending = new AbortController();
  const end = () => ending.abort();
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
  const identity = planIdentity(await context.machine.bootId());
  let history = EMPTY_HISTORY;
  let previous: Assessment | null = null;
  let shown = "";
  for await (const { snapshot } of watchSnapshots(context.machine.observer, ending.signal)) {
    history = remember(history, snapshot, assess(snapshot, history), previous);
    const assessment = assess(snapshot, history);
    previous = assessment;
    const plan = planRepair(assessment, snapshot, identity);
    const text = options.json
      ? JSON.stringify(diagnosisOf(snapshot.os, assessment, plan, textsOf(context)))
      : statusLines(assessment, context).join("\n");
    if (text === shown) continue;
    shown = text;
    if (options.json) context.terminal.print(text);
    else context.terminal.repaint(text);
  }
  return EXIT.fine;
}

function textsOf(context: CliContext): Parameters<typeof diagnosisOf>[3] {
  return {
    finding: (finding) => findingText(finding, context),
    reason: ({ code, args }) => context.t(`app:reason.${code}`, args),
  };
}
