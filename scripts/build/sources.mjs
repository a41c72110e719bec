// @ts-check
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * All files under some files and folders, sorted by path. What does not exist contributes nothing.
 *
 * @param {string} folder that the paths start from
 * @param {readonly string[]} paths relative to it, with "/"
 * @returns {string[]} relative paths, with "/"
 */
export const filesUnder = (folder, paths) => paths.flatMap((path) => filesAt(folder, path)).toSorted();

/**
 * One digest over names and contents: renaming, adding, removing or changing any file gives another one.
 *
 * @param {string} folder
 * @param {readonly string[]} files relative to it
 * @returns {string} SHA-256, 64 hex digits
 */
export function digestOf(folder, files) {
  const hash = createHash("sha256");
  for (const file of files) {
    const content = readFileSync(join(folder, file));
    // The length keeps one file's end from passing as the next one's beginning.
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/**
 * @param {string} folder
 * @param {string} path
 * @returns {string[]}
 */
function filesAt(folder, path) {
  const found = statSync(join(folder, path), { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(join(folder, path)).flatMap((name) => filesAt(folder, `${path}/${name}`));
}
