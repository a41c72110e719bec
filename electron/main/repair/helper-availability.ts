import type { HelperMode } from "../../helper-client/helper-connection.ts";
import type { InstalledState } from "../../helper-client/installed-helper.ts";
import type { HelperAvailability } from "../../../shared/contract/view-state.ts";
import { codedText } from "../../../shared/snapshot/coded-text.ts";

/** What tells how the helper can be started. */
export interface HelperSurroundings {
  readonly platform: NodeJS.Platform;
  readonly isRoot: boolean;
  /** The helper that is installed for repairs; null where there can be none. */
  readonly installed: InstalledState | null;
  /** Whether /usr/bin/pkexec is there. */
  readonly hasPkexec: boolean;
  /** Whether the app brings a package that installs the helper, and with it the command line program. */
  readonly bringsInstaller: boolean;
  /** What a person would type to get the same with rights. */
  readonly command: string;
}

/** What a repair does: `routes` alone, or `all`, files and processes too. */
export type Rights = "routes" | "all";

/** Whether a repair can be asked for, and whether the system will ask for a password first. */
export function helperAvailability(surroundings: HelperSurroundings): HelperAvailability {
  const { platform, isRoot, installed, hasPkexec, bringsInstaller, command } = surroundings;
  if (isRoot) return { state: "ready" };
  if (installed?.state === "untrusted") {
    return { state: "unavailable", reason: codedText("helper-untrusted", { path: installed.path }) };
  }
  // On macOS the installed helper is root's; on Linux it can change routes and nothing else.
  if (installed?.state === "ready") return { state: platform === "darwin" ? "ready" : "installed" };
  if (platform === "linux" && hasPkexec) return { state: "asks-password" };
  return {
    state: "unavailable",
    reason: bringsInstaller ? codedText("needs-helper") : codedText("needs-rights", { command }),
  };
}

/** How a helper with these rights is started; undefined leaves it to the client. */
export function modeFor(rights: Rights, surroundings: HelperSurroundings): HelperMode | undefined {
  const { state } = helperAvailability(surroundings);
  if (state !== "installed" && state !== "asks-password") return undefined;
  if (state === "installed" && rights === "routes") return "socket";
  return surroundings.hasPkexec ? "pkexec" : "sudo";
}
