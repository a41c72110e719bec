import type { Assessment } from "../../../shared/health/finding.ts";
import type { CliContext } from "../context.ts";
import { EXIT } from "../exit-code.ts";
import type { ExitCode } from "../exit-code.ts";
import { lookHere } from "../look.ts";
import { diagnosisDocument } from "../render/diagnosis.ts";
import { statusLines } from "../render/status.ts";

/** `holdfast status`: one screen about this machine. */
export async function status(options: { json?: true }, context: CliContext): Promise<ExitCode> {
  const look = await lookHere(context);
  const text = options.json ? diagnosisDocument(look, context) : statusLines(look.assessment, context).join("\n");
  context.terminal.print(text);
  return exitCodeOf(look.assessment);
}

/** 1 when something is wrong or nothing could be seen, else 0. */
export function exitCodeOf(assessment: Assessment): ExitCode {
  return assessment.findings.length === 0 && assessment.state !== "unknown" ? EXIT.fine : EXIT.problems;
}
