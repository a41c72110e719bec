// @ts-check
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "../../build/bundle.mjs";
import { buildConstants } from "../../build/constants.mjs";
import { productTargets } from "../../build/targets.mjs";
import { cacheFolder, inPackage } from "../../paths.mjs";
import { makeWorkFolder } from "../../processes/work-folder.mjs";
import { packageFolderOf } from "./module-package.mjs";

/**
 * @typedef {object} ShippedPackage a package of which something is in what people install
 * @property {string} name
 * @property {string} version
 * @property {string} licence as an SPDX expression
 * @property {string} author empty when it does not say
 * @property {string} folder absolute
 * @property {readonly string[]} parts the parts of the product that have something of it, by name
 */

/**
 * All packages of which code or styles are in the bundles: bundled anew, because what the bundler left out is in none of its
 * outputs and what package.json names says nothing about it. Takes two seconds.
 *
 * @returns {Promise<ShippedPackage[]>} by name and version
 */
export async function shippedPackages() {
  const work = makeWorkFolder(join(cacheFolder, "contents"));
  const define = buildConstants();
  try {
    const parts = await Promise.all(
      productTargets.map(async (target) => {
        const output = await bundle(target, join(work, target.name), define);
        return { name: target.name, folders: foldersOf(output) };
      }),
    );
    const folders = [...new Set(parts.flatMap((part) => part.folders))];
    const described = folders.map((folder) => {
      const holders = parts.filter((part) => part.folders.includes(folder)).map(({ name }) => name);
      return describe(folder, holders);
    });
    return described.toSorted((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * @param {Awaited<ReturnType<typeof bundle>>} output
 * @returns {string[]} the folders of the packages in it
 */
function foldersOf(output) {
  const modules = output.flatMap((part) => (part.type === "chunk" ? Object.entries(part.modules) : []));
  const code = modules.flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? (packageFolderOf(id) ?? []) : []));
  const styles = modules.flatMap(([id]) => (id.endsWith(".css") ? importedByStyles(id) : []));
  return [...new Set([...code, ...styles])];
}

/**
 * The bundler sees one finished style sheet; what went into it is said in its source.
 *
 * @param {string} path of a style sheet
 */
function importedByStyles(path) {
  const names = [...readFileSync(path, "utf8").matchAll(/@(?:import|plugin) "([^."][^"]*)"/g)];
  return names.map(([, name = ""]) => inPackage(/^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name, ""));
}

/**
 * @param {string} folder
 * @param {readonly string[]} parts
 * @returns {ShippedPackage}
 */
function describe(folder, parts) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return { name, version, licence: license, author: authorOf(author), folder: join(folder, "."), parts };
}

/** @param {undefined | string | { name?: string }} author as package.json may say it */
function authorOf(author) {
  return typeof author === "string" ? author.replace(/ *[<(].*$/, "") : (author?.name ?? "");
}

/**
 * @param {string} a
 * @param {string} b
 */
function compare(a, b) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
