// @ts-check
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { cacheFolder, inProject } from "../paths.mjs";

/**
 * Remembers from which sources each target was built.
 *
 * @typedef {object} Stamps
 * @property {(target: import("./targets.mjs").Target, digest: string) => boolean} isFresh
 * @property {(target: import("./targets.mjs").Target) => void} forget before a target is replaced
 * @property {(target: import("./targets.mjs").Target, digest: string) => void} remember after it was replaced
 */

/**
 * @param {string} [cache] folder where the stamps are kept
 * @param {string} [out] folder of the built targets
 * @returns {Stamps}
 */
export function stampsIn(cache = join(cacheFolder, "build", "stamps"), out = inProject("out")) {
  const stampOf = (/** @type {import("./targets.mjs").Target} */ { name }) => join(cache, name);
  return {
    isFresh: (target, digest) =>
      existsSync(join(out, target.name, target.output)) &&
      existsSync(stampOf(target)) &&
      readFileSync(stampOf(target), "utf8") === digest,
    forget: (target) => rmSync(stampOf(target), { force: true }),
    remember: (target, digest) => {
      mkdirSync(dirname(stampOf(target)), { recursive: true });
      writeFileSync(stampOf(target), digest);
    },
  };
}
