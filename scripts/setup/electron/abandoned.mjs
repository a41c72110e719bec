// @ts-check
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/**
 * Removes the work folders ("making-<process id>") of runs that were interrupted.
 *
 * @param {string} folder in which they lie
 * @param {(pid: number) => boolean} [isAlive]
 */
export function removeAbandoned(folder, isAlive = processIsAlive) {
  for (const name of readdirSync(folder)) {
    const pid = Number(/^making-(\d+)$/.exec(name)?.[1]);
    if (pid && !isAlive(pid)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** @param {number} pid */
function processIsAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it exists, but belongs to somebody else.
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}
