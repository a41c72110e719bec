// @ts-check
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { inPackage, inProject, projectFolder } from "../paths.mjs";
import { ended, startInTerminal } from "../processes/children.mjs";
import { countPlaywright, countVitest, none, withCrash } from "./counts.mjs";
import { figuresOf } from "./figures.mjs";

/**
 * @typedef {object} TierResult
 * @property {import("./counts.mjs").Counts} counts
 * @property {ReadonlyMap<string, import("./figures.mjs").Figures>} figures what its tests counted, by column
 */

/** @type {TierResult} */
const nothing = { counts: none, figures: new Map() };

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
  const { counts, figures } = existsSync(report) ? read(tier, report) : nothing;
  return { counts: withCrash(counts, code), figures };
}

/**
 * @param {import("./tiers.mjs").Tier} tier
 * @param {string} path
 * @returns {TierResult}
 */
function read({ runner }, path) {
  const report = JSON.parse(readFileSync(path, "utf8"));
  if (runner === "playwright") return { counts: countPlaywright(report), figures: new Map() };
  return { counts: countVitest(report), figures: figuresOf(report) };
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
