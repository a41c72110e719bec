import { existsSync } from "node:fs";
import { join } from "node:path";
import { DARWIN_PLACES, LINUX_PLACES } from "../../../shared/helper-setup/places.ts";
import type { OperatingSystem } from "../../../shared/snapshot/snapshot.ts";
import type { Invocation } from "../command-line.ts";

/** Where a helper keeps what it must remember. */
export interface Places {
  /** Folder of the journal. */
  readonly journal: string;
  /** File that is locked while something is changed, `made` by the helper itself where it is missing. */
  readonly lock: { readonly path: string; readonly isMade: boolean };
}

/** The journal of a helper with root's rights. */
export const STATE_DIRECTORIES: Record<OperatingSystem, string> = {
  darwin: DARWIN_PLACES.journal,
  linux: LINUX_PLACES.rootJournal,
};

/** Everything in this folder, which the helper makes where it is missing. */
export function placesIn(folder: string): Places {
  return { journal: folder, lock: { path: join(folder, "lock"), isMade: true } };
}

/**
 * The places of a helper that was started in this way. A helper that can only change routes keeps a journal of its own:
 * what root undoes must not be written by anybody else. The lock is one for both, once a helper is installed.
 */
export function placesOf(invocation: Invocation, os: OperatingSystem): Places {
  if (invocation.mode === "child" && invocation.stateDirectory !== null) return placesIn(invocation.stateDirectory);
  const isForRoutes = invocation.mode === "socket" && invocation.door === "routes";
  const journal = isForRoutes ? LINUX_PLACES.journal : STATE_DIRECTORIES[os];
  const isInstalled = os === "linux" && existsSync(LINUX_PLACES.lock);
  return isInstalled ? { journal, lock: { path: LINUX_PLACES.lock, isMade: false } } : placesIn(journal);
}
