// @ts-check
import { buildTargets } from "../build/build-targets.mjs";
import { productTargets } from "../build/targets.mjs";
import { endAllOnSignals } from "../processes/children.mjs";
import { missingPackages } from "../setup/debian-packages.mjs";
import { findElectron } from "../setup/find-electron.mjs";
import { provideHelperNode } from "../setup/helper-node.mjs";
import { installAll } from "../setup/install-all.mjs";
import { readArguments } from "./arguments.mjs";
import { whyNot } from "./can-run.mjs";
import { add, describe, none, summaryOf } from "./counts.mjs";
import { figuresTable } from "./figures.mjs";
import { nothing, runTier } from "./run-tier.mjs";

/**
 * Sets up what the chosen tiers need, runs them in order, and ends with one line of counts.
 *
 * @param {readonly string[]} args of the command line
 * @returns {Promise<number>} exit code: 0 only when at least one test ran and none failed
 */
export async function runTests(args) {
  const { chosen, isLong } = readArguments(args);
  endAllOnSignals();
  await installAll(chosen.flatMap(({ packages }) => packages));
  const runtime = chosen.some(({ needsElectron }) => needsElectron) ? await findElectron() : undefined;
  await buildTargets(productTargets);
  if (chosen.some(({ needsRoot }) => needsRoot)) await provideHelperNode();

  const debianRoot = chosen.some(({ needsDebianRoot }) => needsDebianRoot) ? await makeDebianRoot() : undefined;
  const machine = {
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    hasElectron: runtime !== undefined,
    hasDebianRoot: debianRoot !== undefined,
    missing: missingPackages,
  };
  const env = { ...process.env, ...runtime?.env, ...(isLong ? { HOLDFAST_LONG: "1" } : {}) };
  let total = none;
  const failures = [];
  for (const tier of chosen) {
    const result = await runOrSkip(tier, machine, env);
    total = add(total, result.counts);
    failures.push(...result.failures.map((failure) => `${tier.name}: ${failure}`));
  }
  if (total.skipped > 0) console.log(`${total.skipped} tests were skipped inside their tiers.`);
  // Said once more at the end: what a tier printed is thousands of lines above, or cut off by whoever keeps the output.
  for (const failure of failures) console.log(`failed: ${failure}`);
  console.log(summaryOf(total));
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

// It reads a file with a package that is installed only now.
async function makeDebianRoot() {
  const { provideDebianRoot } = await import("../setup/debian-root.mjs");
  return provideDebianRoot();
}

/**
 * @param {import("./tiers.mjs").Tier} tier
 * @param {import("./can-run.mjs").Machine} machine
 * @param {NodeJS.ProcessEnv} env
 */
async function runOrSkip(tier, machine, env) {
  const reason = whyNot(tier, machine);
  if (reason) {
    console.log(`${tier.name}: skipped, ${reason}`);
    return nothing;
  }
  const result = await runTier(tier, env);
  const { counts, figures } = result;
  if (figures.size > 0) console.log(`\n${figuresTable(figures)}\n`);
  console.log(`${tier.name}: ${describe(counts)}\n`);
  return result;
}
