// @ts-check
import { installPackages } from "./debian-packages.mjs";
import { installDependencies } from "./dependencies.mjs";

/**
 * Installs the dependencies and, at the same time, what is missing of some Debian packages. Both are waited for even
 * when one fails, so that nothing is broken off in the middle.
 *
 * @param {readonly string[]} packages
 * @returns {Promise<string[]>} Debian packages that are missing still
 * @throws {import("../terminal/stop.mjs").Stop} when the dependencies cannot be had
 */
export async function installAll(packages) {
  const results = await Promise.allSettled([installDependencies(), installPackages(packages)]);
  const [dependencies, missing] = results;
  if (dependencies.status === "rejected") throw dependencies.reason;
  if (missing.status === "rejected") throw missing.reason;
  return missing.value;
}
