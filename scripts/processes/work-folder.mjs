// @ts-check
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/**
 * Makes a folder to work in, "work-<process id>", and removes those that interrupted runs have left.
 *
 * @param {string} parent folder in which it shall lie; made when it is not there
 * @param {(pid: number) => boolean} [isAlive]
 * @returns {string} its path; whoever asked for it removes it
 */
export function makeWorkFolder(parent, isAlive = processIsAlive) {
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent)) {
    const pid = Number(/^work-(\d+)$/.exec(name)?.[1]);
    if (pid && !isAlive(pid)) rmSync(join(parent, name), { recursive: true, force: true });
  }
  const folder = join(parent, `work-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  return folder;
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
