import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { clientList } from "./client-list.ts";
import { isThere } from "./find-tool.ts";
import { readProc, valueOf } from "./proc-read.ts";

/** What a look at Linux reads besides what the kernel reports. */
export interface UnreportedPlaces {
  readonly files: readonly string[];
  /** Folders whose files are read. */
  readonly folders: readonly string[];
  /** Folder of a process in the network namespace whose VPN clients are listed. */
  readonly process: string;
}

/**
 * Tells, each time it is called, whether something has changed since the time before that no monitor reports. No program is
 * started for it, and no file opened that was there before: it takes a millisecond.
 */
export function linuxUnreported({ files, folders, process }: UnreportedPlaces): () => boolean {
  const clients = clientList(process);
  const now = () => [...files.map(stateOf), ...folders.map(statesIn), clients()].join("\n");
  let before = now();
  return () => {
    const seen = now();
    const changed = seen !== before;
    before = seen;
    return changed;
  };
}

function statesIn(folder: string): string {
  // To be told by an error that there is no such folder takes longer than all the rest.
  const names = isThere(folder) ? (valueOf(readProc(() => readdirSync(folder))) ?? []) : [];
  return names.map((name) => stateOf(join(folder, name))).join("\n");
}

function stateOf(path: string): string {
  const stats = valueOf(readProc(() => statSync(path, { throwIfNoEntry: false })));
  return stats == null ? path : `${path} ${stats.ino} ${stats.size} ${stats.mtimeMs}`;
}
