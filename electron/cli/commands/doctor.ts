import { statusLines } from "../render/status.ts";
import { planLines } from "../render/plan.ts";
import { diagnosisDocument } from "../render/diagnosis.ts";
import { lookHere } from "../look.ts";
import type { Look } from "../look.ts";
import type { CliContext } from "../context.ts";
import type { ExitCode } from "../exit-code.ts";
import { exitCodeOf } from "./status.ts";

/** `holdfast doctor`: findings with evidence, and the plan with exact commands and their inverse. */
export async function doctor(options: { json?: true }, context: CliContext): Promise<ExitCode> {
  return report(await lookHere(context), options, context);
}

/** Prints a look as `doctor` and `diagnose` do, and gives the exit code that belongs to it. */
export function report(look: Look, options: { json?: true }, context: CliContext): ExitCode {
  const text = options.json ? diagnosisDocument(look, context) : reportLines(look, context).join("\n");
  context.terminal.print(text);
  return exitCodeOf(look.assessment);
}

function reportLines(look: Look, context: CliContext): string[] {
  const { steps } = look.plan;
  const plan =
    steps.length === 0 ? [] : ["", context.t("cli:plan.title"), ...planLines(steps, look.snapshot.os, context)];
  const ignored =
    look.ignored.length === 0 ? [] : ["", context.t("cli:diagnose.ignored", { files: [...look.ignored] })];
  return [...statusLines(look.assessment, context), ...plan, ...ignored];
}
