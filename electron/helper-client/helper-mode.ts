import type { ConnectOptions, HelperMode, HelperPurpose } from "./helper-connection.ts";
import { installedPlaces, installedState } from "./installed-helper.ts";
import type { InstalledState } from "./installed-helper.ts";

/** The socket of the installed helper for this purpose and whether it can be used, null where there can be none. */
export function installedFor(
  purpose: HelperPurpose,
): { readonly socket: string; readonly found: InstalledState } | null {
  const installed = installedPlaces();
  if (installed === null) return null;
  const socket = purpose === "repair" ? installed.repair : installed.keepAlive;
  return { socket, found: installedState(socket, installed.programs) };
}

/**
 * How the helper is to be started when the caller leaves it open: as a child of root; else by the installed helper; else by
 * sudo. An installed helper that cannot be trusted is chosen too: that must be said, not passed over.
 */
export function modeOf({ mode, purpose = "repair" }: ConnectOptions): HelperMode {
  if (mode !== undefined) return mode;
  if (process.geteuid?.() === 0) return "child";
  const state = installedFor(purpose)?.found.state;
  return state === "ready" || state === "untrusted" ? "socket" : "sudo";
}
