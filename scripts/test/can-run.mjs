// @ts-check
import { describeMissing } from "../setup/describe-missing.mjs";

/**
 * @typedef {object} Machine
 * @property {NodeJS.Platform} platform
 * @property {boolean} isRoot
 * @property {boolean} hasElectron
 * @property {boolean} hasDebianRoot
 * @property {(packages: readonly string[]) => readonly string[]} missing those of some Debian packages that are missing
 */

/**
 * Why a tier cannot run on a machine.
 *
 * @param {import("./tiers.mjs").Tier} tier
 * @param {Machine} machine
 * @returns {string | undefined} the reason; nothing when it can
 */
export function whyNot(tier, machine) {
  if (tier.needsMac && machine.platform !== "darwin") return "it needs a Mac";
  if (tier.needsMac && !machine.isRoot) return "it needs root, to install a daemon and to remove it again";
  if (tier.needsRoot && machine.platform !== "linux") return "it needs Linux";
  if (tier.needsElectron && machine.platform !== "linux") return "it needs Linux with Xvfb";
  if (tier.needsRoot && !machine.isRoot) return "it needs root, for network namespaces of its own";
  const missing = machine.missing(tier.packages);
  if (missing.length > 0) return describeMissing(missing);
  if (tier.needsElectron && !machine.hasElectron) return "no Electron could be had";
  if (tier.needsDebianRoot && !machine.hasDebianRoot) return "no Debian could be made to install the package in";
  return undefined;
}
