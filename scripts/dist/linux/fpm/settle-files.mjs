// @ts-check
import { createHash } from "node:crypto";
import { chmodSync, lstatSync, readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";

const blockOfDebian = 1024;

/**
 * Gives the files that become a package the modes that belong there, whatever the mask of whoever built them: folders 0755, files
 * 0644 or, where they can be run, 0755. And counts them.
 *
 * @param {string} root folder that becomes "/"
 * @returns {{ kibibytes: number, sums: string }} what they take, and the content of the file md5sums
 */
export function settleFiles(root) {
  const sums = [];
  let kibibytes = 0;
  for (const path of entriesBelow(root)) {
    const stats = lstatSync(path);
    kibibytes += stats.isFile() ? Math.ceil(stats.size / blockOfDebian) : 1;
    if (stats.isSymbolicLink()) continue;
    chmodSync(path, stats.isDirectory() || isProgram(path, stats) ? 0o755 : 0o644);
    if (stats.isFile()) sums.push(`${md5(path)}  ${relative(root, path)}\n`);
  }
  chmodSync(root, 0o755);
  return { kibibytes, sums: sums.join("") };
}

/**
 * @param {string} folder
 * @returns {string[]} sorted, folders before what is in them
 */
const entriesBelow = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? [path, ...entriesBelow(path)] : [path];
    });

/**
 * A library is read, not started, whatever its builder marked it as.
 *
 * @param {string} path
 * @param {import("node:fs").Stats} stats
 */
const isProgram = (path, { mode }) => (mode & 0o111) !== 0 && !/\.so(?:\.\d+)?$/.test(path);

/** @param {string} path */
const md5 = (path) => createHash("md5").update(readFileSync(path)).digest("hex");
