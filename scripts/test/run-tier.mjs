// @ts-check
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { inPackage, inProject, projectFolder } from "../paths.mjs";
import { ended, startInTerminal } from "../processes/children.mjs";
import { countPlaywright, countVitest, none, withCrash } from "./counts.mjs";
import { failuresInPlaywright, failuresInVitest } from "./failures.mjs";
import { figuresOf } from "./figures.mjs";

/**
 * @typedef {object} TierResult
 * @property {import("./counts.mjs").Counts} counts
 * @property {ReadonlyMap<string, import("./figures.mjs").Figures>} figures what its tests counted, by column
 * @property {readonly string[]} failures a line for each failed test
 */

/** @type {TierResult} what a tier that did not run has done */
export const nothing = { counts: none, figures: new Map(), failures: [] };

/**
 * Runs one tier in this terminal and counts what it did.
 *
 * @param {import("./tiers.mjs").Tier} tier
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<TierResult>}
 */
export async function runTier(tier, env) {
  const report = inProject("test-results", `${tier.name}.json`);
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const args = tier.runner === "vitest" ? vitest(tier.name, report) : playwright();
  const code = await ended(startInTerminal(process.execPath, args, { cwd: projectFolder, env }));
  const result = existsSync(report) ? read(tier, report) : nothing;
  return { ...result, counts: withCrash(result.counts, code) };
}

/**
 * @param {import("./tiers.mjs").Tier} tier
 * @param {string} path
 * @returns {TierResult}
 */
function read({ runner }, path) {
  const report = JSON.parse(readFileSync(path, "utf8"));
  if (runner === "playwright") {
    return { counts: countPlaywright(report), figures: new Map(), failures: failuresInPlaywright(report) };
  }
  return {
    counts: countVitest(report),
    figures: figuresOf(report),
    failures: failuresInVitest(report, projectFolder),
  };
}

/**
 * @param {string} project
 * @param {string} report
 */
const vitest = (project, report) => [
  inPackage("vitest", "vitest.mjs"),
  "run",
  `--project=${project}`,
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report}`,
];

/** Its reporters are in playwright.config.ts. */
const playwright = () => [inPackage("@playwright/test", "cli.js"), "test", "--pass-with-no-tests"];
