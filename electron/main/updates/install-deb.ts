import { codedText } from "../../../shared/snapshot/coded-text.ts";
import type { CodedText } from "../../../shared/snapshot/coded-text.ts";
import { commandText } from "../../../shared/explain/command-text.ts";
import type { PasswordEnd } from "../helper-setup/run-with-password.ts";

export const PKEXEC = "/usr/bin/pkexec";
export const APT_GET = "/usr/bin/apt-get";

/** pkexec(1): the dialogue was closed; not authorised, be it that nobody could be asked. */
const DISMISSED = 126;
const NOT_AUTHORISED = 127;

/**
 * The argument vector that installs a package from this file (absolute path). Nobody can be asked anything there: files in
 * /etc that the user has changed stay as they are. apt-get never goes back to an older version unless it is told to.
 * electron-updater's own step is not used: it puts a line for a shell together, and allows downgrades.
 */
export function debCommand(path: string): readonly string[] {
  const keep = ["-o", "Dpkg::Options::=--force-confdef", "-o", "Dpkg::Options::=--force-confold"];
  return [APT_GET, "install", "--yes", ...keep, path];
}

/** The same for a person to type. */
export function debLine(path: string): string {
  return commandText(["sudo", "apt-get", "install", path]);
}

/** The same after a password. Where the desktop cannot ask, pkexec would by itself ask on a terminal where nobody looks. */
export function debWithPassword(path: string): readonly string[] {
  return [PKEXEC, "--disable-internal-agent", ...debCommand(path)];
}

/** Why the package was not installed, null when it was. */
export function debFailureOf({ status, output, errors }: PasswordEnd, path: string): CodedText | null {
  if (status === 0) return null;
  if (output === "" && status === DISMISSED) return codedText("authorisation-refused");
  if (output === "" && status === NOT_AUTHORISED) return codedText("needs-rights", { command: debLine(path) });
  const detail = errors.trim().split("\n").at(-1) ?? "";
  return codedText("install-failed", { detail: detail.slice(0, 200), command: debLine(path) });
}
