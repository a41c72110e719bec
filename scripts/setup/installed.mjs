// @ts-check
import { existsSync, readFileSync } from "node:fs";

/**
 * @typedef {{ version?: string, optional?: boolean }} LockedPackage
 * @typedef {Record<string, LockedPackage>} LockedPackages from folder ("node_modules/vite") to what lies there
 */

/**
 * Whether node_modules is complete and of the present lock file. npm writes node_modules/.package-lock.json as the
 * last act of an installation and removes it first when it starts a new one, so an interrupted one is recognised.
 *
 * @param {string} folder the project's
 */
export function isInstalled(folder) {
  const installed = `${folder}/node_modules/.package-lock.json`;
  if (!existsSync(installed)) return false;
  return agree(packagesOf(`${folder}/package-lock.json`), packagesOf(installed));
}

/**
 * Whether all that is locked is installed, in the locked version, and nothing else. Optional packages may be missing:
 * they are those for other systems.
 *
 * @param {LockedPackages} locked
 * @param {LockedPackages} installed
 */
export function agree(locked, installed) {
  const wanted = Object.entries(locked).filter(([path]) => path !== "");
  const missing = wanted.some(([path, { version, optional }]) => {
    const found = installed[path];
    return found ? found.version !== version : !optional;
  });
  return !missing && Object.keys(installed).every((path) => path in locked);
}

/**
 * @param {string} path of a lock file
 * @returns {LockedPackages}
 */
function packagesOf(path) {
  return JSON.parse(readFileSync(path, "utf8")).packages;
}
