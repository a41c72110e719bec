import { accessSync, constants, lstatSync } from "node:fs";
import { dirname } from "node:path";
import { DARWIN_PLACES, LINUX_PLACES } from "../../shared/helper-setup/places.ts";
import { firstUntrusted } from "../trust/trusted-path.ts";

/** The sockets of the installed helper, and what it is made of. */
export interface InstalledPlaces {
  /** The socket for repairs, and the one for keeping sessions alive; on macOS it is the same. */
  readonly repair: string;
  readonly keepAlive: string;
  readonly programs: readonly string[];
}

/**
 * Whether an installed helper can be used by this user: `absent` when there is none; `untrusted` when somebody else than
 * root could change it or its socket, with the path that shows it; `other-user` when it is there for somebody else.
 */
export type InstalledState =
  | { readonly state: "ready" | "absent" | "other-user" }
  | { readonly state: "untrusted"; readonly path: string };

const PLACES: Partial<Record<NodeJS.Platform, InstalledPlaces>> = {
  darwin: {
    repair: DARWIN_PLACES.socket,
    keepAlive: DARWIN_PLACES.socket,
    programs: [DARWIN_PLACES.node, DARWIN_PLACES.bundle],
  },
  linux: {
    repair: LINUX_PLACES.routesSocket,
    keepAlive: LINUX_PLACES.keepAliveSocket,
    programs: [LINUX_PLACES.node, LINUX_PLACES.bundle],
  },
};

/** Where an installed helper is on this system, null where there cannot be one. */
export function installedPlaces(platform: NodeJS.Platform = process.platform): InstalledPlaces | null {
  return PLACES[platform] ?? null;
}

/**
 * Looks whether the helper behind `socket` can be used. The socket itself belongs to the user whom it is for: what counts
 * is that only root could have put it, and the programs behind it, where they are.
 */
export function installedState(socket: string, programs: readonly string[]): InstalledState {
  const stats = lstatSync(socket, { throwIfNoEntry: false });
  if (stats === undefined) return { state: "absent" };
  const untrusted = [dirname(socket), ...programs].map(firstUntrusted).find((path) => path !== null) ?? null;
  if (untrusted !== null) return { state: "untrusted", path: untrusted };
  if (!stats.isSocket()) return { state: "untrusted", path: socket };
  return { state: canConnect(socket) ? "ready" : "other-user" };
}

// connect(2) asks for the right to write.
function canConnect(socket: string): boolean {
  try {
    accessSync(socket, constants.W_OK);
    return true;
  } catch {
    // EACCES; whatever else is wrong shows when connecting.
    return false;
  }
}
