import type { HelperSetupWay } from "../../../shared/contract/helper-setup.ts";
import type { Request } from "../../../shared/contract/ipc.ts";
import { DARWIN_PLACES } from "../../../shared/helper-setup/places.ts";

/** What the user can want of the helper. */
export type SetupAct = Request<"setUpHelper">["act"];

/** What removes that which the package for macOS installed. */
export const REMOVE_FROM_MAC = `sudo ${DARWIN_PLACES.uninstall}`;

/** What asks for a password, and what then runs as root; absolute paths. */
export interface PasswordTools {
  readonly pkexec: string;
  /** A Node that belongs to root. */
  readonly node: string;
  /** The command line program of this Holdfast. */
  readonly cli: string;
}

/** The system, and which of these tools are there. */
export interface FoundTools {
  readonly platform: NodeJS.Platform;
  readonly tools: { readonly [Tool in keyof PasswordTools]: string | null };
  /** The package for macOS that the app brings, as an absolute path; null where it brings none. */
  readonly installer: string | null;
}

/** What a password can be asked for with; null where it cannot. */
export function passwordTools({ platform, tools: { pkexec, node, cli } }: FoundTools): PasswordTools | null {
  if (platform !== "linux" || pkexec === null || node === null || cli === null) return null;
  return { pkexec, node, cli };
}

/** How the helper is installed and removed here; `holdfast` are the words that start the command line program. */
export function setupWay(found: FoundTools, holdfast: readonly string[]): HelperSetupWay {
  if (found.installer !== null) return { way: "installer", uninstall: REMOVE_FROM_MAC };
  if (found.platform === "darwin" || found.tools.cli === null) return { way: "package" };
  if (passwordTools(found) !== null) return { way: "password" };
  const [install, uninstall] = [terminalCommand(holdfast, "install"), terminalCommand(holdfast, "uninstall")];
  return { way: "terminal", install, uninstall };
}

/** What a person types to get the same. */
export function terminalCommand(holdfast: readonly string[], act: SetupAct): string {
  return ["sudo", ...holdfast, "helper", act].join(" ");
}

/**
 * The argument vector that does it as root after a password, for the user with this number. Where the desktop cannot ask,
 * pkexec(1) would by itself ask on the terminal that the app was started from, where nobody looks.
 */
export function passwordCommand({ pkexec, node, cli }: PasswordTools, act: SetupAct, uid: number): string[] {
  const forUser = act === "install" ? ["--user", String(uid)] : [];
  return [pkexec, "--disable-internal-agent", node, cli, "helper", act, ...forUser, "--json"];
}
