import { readdir, readFile } from "node:fs/promises";
import { waitUntil } from "../../lab/room/wait-until.ts";

/** How long what lost its bus and its display may take to notice, in milliseconds. */
const PATIENCE = 3_000;

/**
 * Ends the processes that a desktop's own programs have started: services that the bus activated, plug-ins of the panel.
 * They are known by the desktop's folder, whose name nobody else has, in the environment they inherited.
 * @param folder the desktop's private folder
 */
export async function endWhatWasStartedIn(folder: string): Promise<void> {
  try {
    await waitUntil(`all processes of ${folder} have ended`, PATIENCE, () => noneIn(folder));
  } catch {
    for (const pid of await processesIn(folder)) process.kill(pid, "SIGKILL");
    await waitUntil(`all processes of ${folder} have been killed`, PATIENCE, () => noneIn(folder));
  }
}

/** Ids of the processes whose environment names the folder. */
export async function processesIn(folder: string): Promise<number[]> {
  const all = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const inside = await Promise.all(all.map((pid) => environmentNames(pid, folder)));
  return all.filter((pid, index) => pid !== process.pid && inside[index]);
}

async function noneIn(folder: string): Promise<boolean> {
  return (await processesIn(folder)).length === 0;
}

async function environmentNames(pid: number, folder: string): Promise<boolean> {
  try {
    return (await readFile(`/proc/${pid}/environ`)).includes(`${folder}/`);
  } catch {
    // Ended in the meantime, or somebody else's: in both cases none of ours.
    return false;
  }
}
