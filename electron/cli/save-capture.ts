import type { Capture } from "../../shared/capture/capture.ts";
import { CaptureFolderError } from "../observe/capture-folder-error.ts";
import { writeCaptureFolder } from "../observe/capture-folder.ts";
import { CliFailure } from "./cli-failure.ts";
import { EXIT } from "./exit-code.ts";

/** Writes a capture folder; what keeps it from being written becomes one line and exit code 2. */
export async function saveCapture(folder: string, capture: Capture): Promise<void> {
  try {
    await writeCaptureFolder(folder, capture);
  } catch (error) {
    if (!(error instanceof CaptureFolderError)) throw error;
    throw new CliFailure(EXIT.usage, `cli:capture-folder.${error.reason.code}`, error.reason.args);
  }
}
