import { existsSync } from "node:fs";
import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

// hf<process id of the owner>-<random>: whoever finds one can tell whether its owner still lives.
const FOLDER_NAME = /^hf(\d+)-\w+$/;

/** Makes this lab's own folder for configuration, passwords and logs; returns its absolute path. */
export async function makeLabFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), `hf${process.pid}-`));
}

/** Removes the folders of dead owners. What else they had, the kernel removed when they died (see keeper.ts). */
export async function sweepLabFolders(): Promise<void> {
  const orphaned = (await readdir(tmpdir())).filter(isOrphaned);
  for (const name of orphaned) await rm(join(tmpdir(), name), { recursive: true, force: true });
}

/** Copies a lab's folder to where it survives the lab, for reading the logs of a failed test; returns the copy's path. */
export async function keepForReading(folder: string): Promise<string> {
  const kept = join(tmpdir(), "holdfast-lab-logs", basename(folder));
  await cp(folder, kept, { recursive: true });
  return kept;
}

function isOrphaned(name: string): boolean {
  const owner = FOLDER_NAME.exec(name)?.[1];
  return owner !== undefined && !existsSync(`/proc/${owner}`);
}
