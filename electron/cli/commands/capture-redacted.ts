import { redact } from "../../../shared/redact/redact.ts";
import type { Redaction } from "../../../shared/redact/redact.ts";
import { redactedFolderName } from "../../observe/capture-folder-name.ts";
import { freshSeed } from "../../observe/redaction-seed.ts";
import { CliFailure } from "../cli-failure.ts";
import type { CliContext } from "../context.ts";
import { EXIT } from "../exit-code.ts";
import type { ExitCode } from "../exit-code.ts";
import { readFolder } from "../read-folder.ts";
import { captureTexts, summaryLines } from "../render/redaction.ts";
import { saveCapture } from "../save-capture.ts";

/** How a capture is redacted. */
export interface RedactOptions {
  /** Save without asking. */
  yes?: true;
  /** A capture folder to take instead of this computer. */
  from?: string;
}

/**
 * `holdfast capture [DIR] --redact`: shows what would be saved, with addresses and names replaced, asks, and saves it. The
 * original is written nowhere.
 */
export async function captureRedacted(
  folder: string | undefined,
  options: RedactOptions,
  context: CliContext,
): Promise<ExitCode> {
  const { terminal, machine, t } = context;
  if (!options.yes && !terminal.isAttended) throw new CliFailure(EXIT.usage, "cli:capture.nobody-to-ask");
  const taken = options.from === undefined ? await machine.observer.capture() : await readFolder(options.from);
  const redaction = redact(taken, freshSeed());
  const target = folder ?? redactedFolderName(redaction.capture);
  if (!options.yes && !(await confirmed(redaction, target, context))) {
    terminal.complain(t("cli:capture.declined"));
    return EXIT.problems;
  }
  await saveCapture(target, redaction.capture);
  if (options.yes) terminal.complain(summaryLines(redaction.summary, context).join("\n"));
  terminal.print(t("cli:capture.redacted", { folder: target, count: redaction.capture.files.length }));
  return EXIT.fine;
}

async function confirmed({ capture, summary }: Redaction, folder: string, context: CliContext): Promise<boolean> {
  const { terminal, t } = context;
  await terminal.printStream(captureTexts(capture, context));
  terminal.complain([...summaryLines(summary, context), t("cli:capture.place", { folder })].join("\n"));
  const answer = await terminal.ask(`${t("cli:capture.question")} `);
  return /^(?:y|yes|是|好)$/i.test((answer ?? "").trim());
}
