import { CaptureFolderError } from "../../observe/capture-folder-error.ts";
import { writeCaptureFolder } from "../../observe/capture-folder.ts";
import { CliFailure } from "../cli-failure.ts";
import type { CliContext } from "../context.ts";
import { EXIT } from "../exit-code.ts";
import type { ExitCode } from "../exit-code.ts";

/** `holdfast capture [DIR]`: writes what was observed into a folder that `diagnose` reads anywhere. */
export async function capture(folder: string | undefined, context: CliContext): Promise<ExitCode> {
  const taken = await context.machine.observer.capture();
  const target = folder ?? `holdfast-capture-${(taken.takenAt ?? "").replace(/\.\d+Z$/, "").replaceAll(/[^0-9]/g, "")}`;
  try {
    await writeCaptureFolder(target, taken);
  } catch (error) {
    if (!(error instanceof CaptureFolderError)) throw error;
    throw new CliFailure(EXIT.usage, `cli:capture-folder.${error.reason.code}`, error.reason.args);
  }
  context.terminal.print(context.t("cli:capture.written", { folder: target, count: taken.files.length }));
  return EXIT.fine;
}
