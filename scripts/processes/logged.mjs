// @ts-check
import { mkdirSync, openSync, closeSync } from "node:fs";
import { dirname } from "node:path";
import { ended, startInOwnGroup } from "./children.mjs";

/**
 * Runs a program whose talk nobody needs unless it fails: its output goes to a file.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ log: string, cwd?: string, env?: NodeJS.ProcessEnv }} options `log`: path of the file, overwritten
 * @returns {Promise<number>} its exit code; 127 when there is no such program
 */
export async function runLogged(program, args, { log, cwd, env }) {
  mkdirSync(dirname(log), { recursive: true });
  const file = openSync(log, "w");
  try {
    const child = startInOwnGroup(program, args, { cwd, env: env ?? process.env, stdio: ["ignore", file, file] });
    return await ended(child);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "ENOENT") return 127;
    throw error;
  } finally {
    closeSync(file);
  }
}
