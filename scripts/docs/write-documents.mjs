// @ts-check
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { runnerImport } from "vite";
import { buildConstants } from "../build/constants.mjs";
import { inProject, projectFolder } from "../paths.mjs";

/** @typedef {typeof import("./documents.mjs")} Documents */

/**
 * Writes those generated documents whose text has changed.
 *
 * @returns {Promise<string[]>} their paths, relative to the project
 */
export async function writeDocuments() {
  // The documents are made from the program's own TypeScript, which Node alone cannot read in every version.
  const config = /** @type {const} */ ({ configFile: false, root: projectFolder, logLevel: "warn" });
  const entry = join(import.meta.dirname, "documents.mjs");
  const { module } = await runnerImport(entry, { ...config, define: buildConstants() });
  const { documents } = /** @type {Documents} */ (module);
  const changed = documents().filter(({ path, text }) => text !== textAt(inProject(path)));
  for (const { path, text } of changed) {
    mkdirSync(dirname(inProject(path)), { recursive: true });
    writeFileSync(inProject(path), text);
  }
  return changed.map(({ path }) => path);
}

/** @param {string} path */
const textAt = (path) => (existsSync(path) ? readFileSync(path, "utf8") : null);
