// @ts-check
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { inPackage, inProject, projectFolder } from "../paths.mjs";
import { ended, startInTerminal } from "../processes/children.mjs";
import { countPlaywright, countVitest, none, withCrash } from "./counts.mjs";

/**
 * Runs one tier in this terminal and counts what it did.
 *
 * @param {import("./tiers.mjs").Tier} tier
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<import("./counts.mjs").Counts>}
 */
export async function runTier(tier, env) {
  const report = inProject("test-results", `${tier.name}.json`);
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const args = tier.runner === "vitest" ? vitest(tier.name, report) : playwright();
  const code = await ended(startInTerminal(process.execPath, args, { cwd: projectFolder, env }));
  return withCrash(existsSync(report) ? read(tier, report) : none, code);
}

/**
 * @param {import("./tiers.mjs").Tier} tier
 * @param {string} path
 */
function read({ runner }, path) {
  const report = JSON.parse(readFileSync(path, "utf8"));
  return runner === "vitest" ? countVitest(report) : countPlaywright(report);
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
