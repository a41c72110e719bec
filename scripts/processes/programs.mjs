// @ts-check
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Where Debian keeps system programs; not in every user's PATH. */
const systemFolders = ["/usr/sbin", "/sbin"];

/**
 * Finds a program as a shell would, and also among the system's own.
 *
 * @param {string} name such as "Xvfb"
 * @returns {string | undefined} its absolute path
 */
export function findProgram(name) {
  const folders = [...(process.env.PATH ?? "").split(delimiter).filter(Boolean), ...systemFolders];
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
