// @ts-check
import { join } from "node:path";
import { runnerImport } from "vite";
import { buildConstants } from "../../build/constants.mjs";
import { projectFolder } from "../../paths.mjs";

/** @typedef {typeof import("./from-sources.mjs").fromSources} FromSources */

/**
 * Reads what the helper's package takes from the product's TypeScript, which Node alone cannot read in every version.
 *
 * @returns {Promise<FromSources>}
 */
export async function loadSources() {
  const config = /** @type {const} */ ({ configFile: false, root: projectFolder, logLevel: "warn" });
  const entry = join(import.meta.dirname, "from-sources.mjs");
  const { module } = await runnerImport(entry, { ...config, define: buildConstants() });
  return /** @type {typeof import("./from-sources.mjs")} */ (module).fromSources;
}
