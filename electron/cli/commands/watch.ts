import { paceAfter } from "../../observe/pace.ts";
import { watchSnapshots } from "../../observe/watch.ts";
import { diagnosisOf } from "../../../shared/contract/diagnosis.ts";
import { planRepair } from "../../../shared/repair/plan.ts";
import type { CliContext } from "../context.ts";
import { EXIT } from "../exit-code.ts";
import type { ExitCode } from "../exit-code.ts";
import { planIdentity } from "../look.ts";
import { recordLooks } from "../record-looks.ts";
import { findingText } from "../render/findings.ts";
import { statusLines } from "../render/status.ts";

/** `holdfast watch`: a live dashboard until Ctrl-C; with `--json` one line for each change. */
export async function watch(options: { json?: true }, context: CliContext): Promise<ExitCode> {
  const ending = new AbortController();
  const end = () => ending.abort();
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
  const boot = await context.machine.bootId();
  const onProblem = (detail: string) => context.terminal.complain(context.t("cli:memory.problem", { detail }));
  const recorder = recordLooks(context.machine.openMemory(boot, { unusable: "set-aside", onProblem }));
  let shown = "";
  try {
    for await (const { snapshot, woke } of watchSnapshots(context.machine.observer, ending.signal)) {
      const { assessment, history } = recorder.look(snapshot, woke);
      context.machine.observer.setPace(paceAfter(snapshot, history));
      const plan = planRepair(assessment, snapshot, planIdentity(boot), history);
      const text = options.json
        ? JSON.stringify(diagnosisOf(snapshot.os, assessment, plan, textsOf(context)))
        : statusLines(assessment, context).join("\n");
      if (text === shown) continue;
      shown = text;
      if (options.json) context.terminal.print(text);
      else context.terminal.repaint(text);
    }
  } finally {
    recorder.stop();
  }
  return EXIT.fine;
}

function textsOf(context: CliContext): Parameters<typeof diagnosisOf>[3] {
  return {
    finding: (finding) => findingText(finding, context),
    reason: ({ code, args }) => context.t(`app:reason.${code}`, args),
  };
}
