import type { InstalledWay } from "../../shared/contract/helper-setup-report.ts";
import { installLinux } from "./install-linux.ts";
import type { InstallRequest } from "./install-linux.ts";
import { LINUX_PLACES } from "../../shared/helper-setup/places.ts";
import { readManifest } from "./manifest.ts";
import { SetupFailure } from "./setup-failure.ts";
import { userNumber } from "./system-user.ts";
import { uninstallLinux } from "./uninstall-linux.ts";

/**
 * Who asks for the helper and for whom: a name or a number; when it is null, the user behind sudo or pkexec, else the one for
 * whom it is installed already.
 */
export interface SetupRequest extends Omit<InstallRequest, "uid"> {
  readonly user: string | null;
}

/** Installs the helper on this machine. Throws SetupFailure. */
export function installHelper({ user, ...build }: SetupRequest): InstalledWay {
  refuseUnlessPossible();
  const named = user ?? whoAsks() ?? readManifest(LINUX_PLACES.manifest)?.uid.toString() ?? null;
  if (named === null || named === "0") throw new SetupFailure("no-user");
  return installLinux({ ...build, uid: userNumber(named) });
}

function whoAsks(): string | null {
  return process.env["SUDO_UID"] ?? process.env["PKEXEC_UID"] ?? null;
}

/** Removes it, and whatever is left of it. Throws SetupFailure. */
export function uninstallHelper(): void {
  refuseUnlessPossible();
  uninstallLinux();
}

// On macOS the package installs it, and its own script removes it (build/macos).
function refuseUnlessPossible(): void {
  if (process.platform !== "linux") throw new SetupFailure("unsupported-system", { system: process.platform });
  if (process.geteuid?.() !== 0) throw new SetupFailure("needs-root");
}
