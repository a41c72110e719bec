// @ts-check
import { readdirSync, statSync } from "node:fs";
import { buildTargets } from "../build/build-targets.mjs";
import { productTargets } from "../build/targets.mjs";
import { inProject } from "../paths.mjs";
import { endAllOnSignals } from "../processes/children.mjs";
import { installDependencies } from "../setup/dependencies.mjs";
import { provideHelperNode } from "../setup/helper-node.mjs";
import { Stop } from "../terminal/stop.mjs";
import { auditSignatures } from "./audit-signatures.mjs";

/**
 * Makes what people install, into dist/.
 *
 * @param {readonly string[]} args of the command line
 * @returns {Promise<number>} exit code
 * @throws {Stop} when something that it needs cannot be had
 */
export async function makePackages(args) {
  endAllOnSignals();
  await installDependencies();
  const make = await packagesOfThisSystem(args);
  console.log(await auditSignatures());
  await buildTargets(productTargets);
  await provideHelperNode();
  await make();
  for (const name of readdirSync(inProject("dist"))) sayFile(name);
  return 0;
}

/**
 * @param {readonly string[]} args
 * @returns {Promise<() => Promise<void>>}
 */
async function packagesOfThisSystem(args) {
  if (process.platform === "linux") {
    const { linuxPackages } = await import("./linux/make-linux-packages.mjs");
    return linuxPackages(args);
  }
  if (process.platform === "darwin") {
    const { makeMacPackages } = await import("./mac/make-mac-packages.mjs");
    return () => makeMacPackages(args);
  }
  throw new Stop(`There are no packages for ${process.platform}.`);
}

/** @param {string} name in dist/ */
function sayFile(name) {
  const stats = statSync(inProject("dist", name));
  if (stats.isFile()) console.log(`dist/${name} ${(stats.size / 1e6).toFixed(1)} MB`);
}
