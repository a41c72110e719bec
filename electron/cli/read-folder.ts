import type { Capture } from "../../shared/capture/capture.ts";
import { CaptureFolderError } from "../observe/capture-folder-error.ts";
import { readCaptureFolder } from "../observe/capture-folder.ts";
import { CliFailure } from "./cli-failure.ts";
import { EXIT } from "./exit-code.ts";

/** Reads a capture folder; what is wrong with it becomes one line and exit code 2. */
export async function readFolder(folder: string): Promise<Capture> {
  try {
    return await readCaptureFolder(folder);
  } catch (error) {
    if (!(error instanceof CaptureFolderError)) throw error;
    throw new CliFailure(EXIT.usage, `cli:capture-folder.${error.reason.code}`, error.reason.args);
  }
}
