import type { ConnectOptions, HelperMode, HelperPurpose } from "./helper-connection.ts";
import { installedPlaces, installedState } from "./installed-helper.ts";
import type { InstalledState } from "./installed-helper.ts";

/** The socket of the installed helper for this purpose and whether it can be used, null where there can be none. */
export function installedFor({
  purpose = "repair",
  installed = installedPlaces(),
}: ConnectOptions): { readonly socket: string; readonly found: InstalledState } | null {
  if (installed === null) return null;
  const socket = socketFor(purpose, installed);
  return { socket, found: installedState(socket, installed.programs) };
}

/**
 * How the helper is to be started when the caller leaves it open: as a child of root; else by the installed helper; else by
 * sudo. An installed helper that cannot be trusted is chosen too: that must be said, not passed over.
 */
export function modeOf(options: ConnectOptions): HelperMode {
  if (options.mode !== undefined) return options.mode;
  if (process.geteuid?.() === 0) return "child";
  const state = installedFor(options)?.found.state;
  return state === "ready" || state === "untrusted" ? "socket" : "sudo";
}

function socketFor(purpose: HelperPurpose, installed: { repair: string; keepAlive: string }): string {
  return purpose === "repair" ? installed.repair : installed.keepAlive;
}
