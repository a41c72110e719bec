import { CaptureFolderError } from "../../observe/capture-folder-error.ts";
import { readCaptureFolder } from "../../observe/capture-folder.ts";
import type { Assessment } from "../../../shared/health/finding.ts";
import type { Capture } from "../../../shared/capture/capture.ts";
import { CliFailure } from "../cli-failure.ts";
import type { CliContext } from "../context.ts";
import { EXIT } from "../exit-code.ts";
import type { ExitCode } from "../exit-code.ts";
import { lookAt } from "../look.ts";
import { report } from "./doctor.ts";

/** `holdfast diagnose DIR`: doctor on a capture folder from any system. */
export async function diagnose(folder: string, options: { json?: true }, context: CliContext): Promise<ExitCode> {
  const look = lookAt(await readFolder(folder), "");
  const exitCode = report(look, options, context);
  return complainAboutUnreadable(look.assessment, context) ? EXIT.usage : exitCode;
}

/** With no table at all because its file cannot be read, the input is at fault and not the machine. */
function complainAboutUnreadable({ state, unobserved }: Assessment, { terminal, t }: CliContext): boolean {
  const bad = unobserved.find(({ part, reason }) => part.startsWith("routes-") && reason.code === "unreadable");
  if (state !== "unknown" || bad === undefined) return false;
  terminal.complain(t("cli:capture-folder.file-unreadable", bad.reason.args));
  return true;
}

async function readFolder(folder: string): Promise<Capture> {
  try {
    return await readCaptureFolder(folder);
  } catch (error) {
    if (!(error instanceof CaptureFolderError)) throw error;
    throw new CliFailure(EXIT.usage, `cli:capture-folder.${error.reason.code}`, error.reason.args);
  }
}
