// @ts-check
import { forEndToEnd, forLab, forPackages } from "../setup/debian-lists.mjs";

/**
 * @typedef {object} Tier a kind of tests that is run, counted, or skipped as one
 * @property {string} name of the project in vitest.config.ts; for most also the folder under tests/
 * @property {"vitest" | "playwright"} runner
 * @property {readonly string[]} packages Debian packages that it needs
 * @property {boolean} [needsMac] macOS and root: it installs a daemon and removes it again
 * @property {boolean} [needsRoot] network namespaces of its own, so Linux and root
 * @property {boolean} [needsElectron] an Electron and a virtual desktop, so Linux
 * @property {boolean} [needsDebianRoot] a Debian of its own to install the package in, and an Electron to make the package of
 * @property {boolean} [isLongOnly] it takes the better part of an hour: it is there only for `--long`, and only by name
 */

/** @type {readonly Tier[]} */
export const tiers = [
  { name: "unit", runner: "vitest", packages: [] },
  { name: "captures", runner: "vitest", packages: [] },
  { name: "property", runner: "vitest", packages: [] },
  { name: "darwin", runner: "vitest", packages: [] },
  { name: "macos", runner: "vitest", packages: [], needsMac: true },
  { name: "lab", runner: "vitest", packages: forLab, needsRoot: true },
  { name: "e2e", runner: "playwright", packages: [...forEndToEnd, ...forLab], needsRoot: true, needsElectron: true },
  {
    name: "package",
    runner: "vitest",
    packages: [...forPackages, ...forLab],
    needsRoot: true,
    needsElectron: true,
    needsDebianRoot: true,
  },
  { name: "survive", runner: "vitest", packages: forLab, needsRoot: true, isLongOnly: true },
];
