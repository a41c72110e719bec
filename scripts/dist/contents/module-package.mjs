// @ts-check
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { inPackage, projectFolder } from "../../paths.mjs";

/** What the bundler puts in by itself, and whose it is. */
const MADE_BY = [
  { start: "\0vite/", name: "vite" },
  { start: "\0rolldown/", name: "rolldown" },
];

/**
 * The package that a module of a bundle is from.
 *
 * @param {string} id the bundler's: an absolute path, or a name that starts with a zero character where there is no file
 * @returns {string | null} the package's folder, absolute; null for the project's own
 * @throws {Error} when it cannot be told: what is shipped must have an owner
 */
export function packageFolderOf(id) {
  const maker = MADE_BY.find(({ start }) => id.startsWith(start));
  if (maker !== undefined) return inPackage(maker.name, "");
  // What follows a question mark says how the file is read.
  const path = id.replace(/^\0/, "").replace(/\?.*$/, "");
  if (!path.startsWith(`${projectFolder}/`))
    throw new Error(`Nobody knows whose module this is: ${JSON.stringify(id)}`);
  return path.includes("/node_modules/") ? above(dirname(path)) : null;
}

/**
 * The folder that has a package.json right in node_modules: packages put further ones without a name inside of themselves.
 *
 * @param {string} folder
 * @returns {string}
 */
function above(folder) {
  const isPackage = /\/node_modules\/(?:@[^/]+\/)?[^/@]+$/.test(folder) && existsSync(join(folder, "package.json"));
  return isPackage ? folder : above(dirname(folder));
}
