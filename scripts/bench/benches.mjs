// @ts-check
import { productTargets } from "../build/targets.mjs";

/**
 * @typedef {object} Bench something that is measured
 * @property {string} name
 * @property {import("../build/targets.mjs").Target} target its program: `node PROGRAM NUMBER… RESULTS` measures as much as the
 *   numbers say, prints a table for people, and writes JSON to the file RESULTS
 * @property {readonly import("../build/targets.mjs").Target[]} product parts of the product that it runs
 * @property {boolean} [needsHelperNode] the Node that an installed helper runs on
 * @property {boolean} [needsDesktop] a virtual desktop to click on, with an Electron
 * @property {readonly OptionName[]} options the numbers that its program takes, in that order
 */

/** @typedef {keyof typeof options} OptionName */

/** What can be chosen by numbers: what each means, with an example, and what it is when nobody chooses. */
export const options = /** @type {const} */ ({
  "--up-to": { means: "a number of rows", example: 100_000, usual: 1_000_000 },
  "--switches": { means: "a number of changes of network", example: 5, usual: 25 },
  "--connections": { means: "a number of connections", example: 20, usual: 100 },
  "--idle-seconds": { means: "a number of seconds", example: 60, usual: 600 },
  "--openings": { means: "a number of openings", example: 20, usual: 50 },
  "--rounds": { means: "a number of rounds", example: 3, usual: 7 },
  "--starts": { means: "a number of starts", example: 9, usual: 15 },
  "--rest-seconds": { means: "a number of seconds", example: 60, usual: 300 },
  "--snapshots": { means: "a number of view states", example: 200, usual: 1_000 },
});

/** @type {readonly Bench[]} */
export const benches = [
  { name: "core", target: benchTarget("core"), product: [], options: ["--up-to"] },
  { name: "calm", target: benchTarget("calm"), product: [], options: ["--up-to"] },
  {
    name: "survive",
    target: benchTarget("survive"),
    product: productTargets.filter(({ name }) => name === "helper"),
    options: ["--switches", "--idle-seconds"],
  },
  {
    name: "helper",
    target: benchTarget("helper"),
    product: productTargets.filter(({ name }) => name === "helper" || name === "cli"),
    needsHelperNode: true,
    options: ["--connections"],
  },
  {
    name: "clean",
    target: benchTarget("clean"),
    product: [
      ...productTargets.filter(({ name }) => name === "helper"),
      // The same helper, which writes down what it does when.
      {
        name: "bench-clean-timed",
        entry: "tests/bench/clean/timed-helper.ts",
        output: "timed-helper.cjs",
        format: "cjs",
      },
    ],
    options: ["--rounds"],
  },
  {
    name: "popover",
    // It builds a stand-in for main and reads recorded machines.
    target: { ...benchTarget("popover"), format: "in-place" },
    product: productTargets.filter(({ name }) => ["main", "lookout", "preload", "renderer"].includes(name)),
    needsDesktop: true,
    options: ["--openings", "--snapshots"],
  },
  {
    name: "footprint",
    // It starts apps that lie beside its source.
    target: { ...benchTarget("footprint"), format: "in-place" },
    product: productTargets.filter(({ name }) => ["main", "lookout", "preload", "renderer"].includes(name)),
    needsDesktop: true,
    options: ["--starts", "--rest-seconds"],
  },
];

/**
 * @param {string} name
 * @returns {import("../build/targets.mjs").Target}
 */
function benchTarget(name) {
  return { name: `bench-${name}`, entry: `tests/bench/${name}/program.ts`, output: `${name}.js`, format: "es" };
}
