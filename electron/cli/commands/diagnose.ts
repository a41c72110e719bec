import type { Assessment } from "../../../shared/health/finding.ts";
import type { CliContext } from "../context.ts";
import { EXIT } from "../exit-code.ts";
import type { ExitCode } from "../exit-code.ts";
import { lookAt } from "../look.ts";
import { readFolder } from "../read-folder.ts";
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
