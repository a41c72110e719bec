import { captureFolderName } from "../../observe/capture-folder-name.ts";
import { CliFailure } from "../cli-failure.ts";
import type { CliContext } from "../context.ts";
import { EXIT } from "../exit-code.ts";
import type { ExitCode } from "../exit-code.ts";
import { saveCapture } from "../save-capture.ts";
import { captureRedacted } from "./capture-redacted.ts";
import type { RedactOptions } from "./capture-redacted.ts";

/** What `holdfast capture` was asked to do. */
export interface CaptureOptions extends RedactOptions {
  redact?: true;
}

/** `holdfast capture [DIR]`: writes what was observed into a folder that `diagnose` reads anywhere. */
export async function capture(
  folder: string | undefined,
  options: CaptureOptions,
  context: CliContext,
): Promise<ExitCode> {
  if (options.redact) return captureRedacted(folder, options, context);
  if (options.from !== undefined) throw new CliFailure(EXIT.usage, "cli:capture.from-without-redact");
  const taken = await context.machine.observer.capture();
  const target = folder ?? captureFolderName(taken);
  await saveCapture(target, taken);
  context.terminal.print(context.t("cli:capture.written", { folder: target, count: taken.files.length }));
  return EXIT.fine;
}
