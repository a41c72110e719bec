// @ts-check

/**
 * @typedef {object} Bench something that is measured
 * @property {string} name
 * @property {import("../build/targets.mjs").Target} target its program: `node PROGRAM MOST RESULTS` measures at sizes up to
 *   MOST, prints a table for people, and writes JSON to the file RESULTS
 */

/** @type {readonly Bench[]} */
export const benches = ["core", "calm"].map((name) => ({ name, target: benchTarget(name) }));

/**
 * @param {string} name
 * @returns {import("../build/targets.mjs").Target}
 */
function benchTarget(name) {
  return { name: `bench-${name}`, entry: `tests/bench/${name}/program.ts`, output: `${name}.js`, format: "es" };
}
