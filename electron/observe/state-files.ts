import { open, readdir, realpath } from "node:fs/promises";
import { writeRecords } from "../../shared/capture/proc-records.ts";
import type { StateFileEntry, StateFilesHeader } from "../../shared/capture/vpnc-state-folder.ts";
import { errorCode } from "./file-sensor.ts";
import type { Sensor } from "./sensor.ts";

/** Where vpnc-script keeps its state; on most systems both are the same folder (openconnect-facts §2.1). */
export const STATE_FOLDERS: readonly string[] = ["/var/run/vpnc", "/run/vpnc"];
const MAX_BYTES = 4096;
const MAX_FILES = 256;

/**
 * A sensor for `holdfast state-files`: the files in the folders, each with its first 4 KiB. `root` is the folder that the
 * machine's files are under, for a test that brings a machine of its own.
 */
export function stateFilesSensor(folders: readonly string[], root = ""): Sensor {
  return async () => {
    const text = await readFolders(folders, root);
    return [{ name: "state-files.ndjson", source: "holdfast state-files", content: { read: true, text } }];
  };
}

async function readFolders(folders: readonly string[], root: string): Promise<string> {
  const seen = new Set<string>();
  const entries: StateFileEntry[] = [];
  let complete = true;
  for (const folder of folders) {
    const names = await listOnce(root + folder, seen);
    if (names === null || names.length > MAX_FILES) complete = false;
    const paths = (names ?? []).slice(0, MAX_FILES).map((name) => `${folder}/${name}`);
    entries.push(...(await Promise.all(paths.map((path) => readEntry(path, root)))));
  }
  const header: StateFilesHeader = { holdfast: "state-files", schema: 1, complete };
  return writeRecords(header, entries);
}

/** File names in a folder, none when it does not exist or was listed under another name, null when it may not be read. */
async function listOnce(folder: string, seen: Set<string>): Promise<string[] | null> {
  try {
    const real = await realpath(folder);
    if (seen.has(real)) return [];
    seen.add(real);
    const entries = await readdir(real, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name)
      .toSorted();
  } catch (error) {
    return errorCode(error) === "ENOENT" ? [] : null;
  }
}

async function readEntry(path: string, root: string): Promise<StateFileEntry> {
  try {
    const file = await open(root + path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(MAX_BYTES), 0, MAX_BYTES, 0);
      return { path, content: buffer.toString("utf8", 0, bytesRead) };
    } finally {
      await file.close();
    }
  } catch (error) {
    errorCode(error);
    return { path, content: null };
  }
}
