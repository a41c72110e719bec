// @ts-check
import { dirname } from "node:path";
import { downloadOfficial, officialBinary, officialVersion } from "../setup/electron/official.mjs";
import {
  hasTestRuntime,
  makeTestRuntime,
  testRuntimeFits,
  testRuntimeFolder,
  testVersion,
} from "../setup/electron/test-runtime.mjs";
import { Stop } from "../terminal/stop.mjs";

/**
 * @typedef {object} ElectronToShip an unpacked Electron that packages are made of
 * @property {string} folder absolute path
 * @property {string} version
 */

/**
 * The one that the project is locked to: what is given to people is made of no other.
 *
 * @returns {Promise<ElectronToShip>}
 * @throws {Stop} when it cannot be had
 */
export async function officialElectron() {
  const binary = officialBinary() ?? (await downloadOfficial());
  if (binary) return { folder: dirname(binary), version: officialVersion() };
  const instead = testRuntimeFits
    ? " For a package to try, but not to give to anybody: npm run dist -- --for-trying."
    : "";
  throw new Stop(
    `Packages are made with Electron ${officialVersion()}, and it could not be downloaded here.${instead}`,
  );
}

/**
 * The runtime that the tests run on. It is past its end of life, so that what is made of it is for trying alone.
 *
 * @returns {Promise<ElectronToShip>}
 * @throws {Stop} when it cannot be had
 */
export async function electronForTrying() {
  if (!testRuntimeFits) throw new Stop("Packages for trying can only be made on Linux on x64.");
  if (!hasTestRuntime() && !(await makeTestRuntime())) throw new Stop("The test runtime could not be fetched.");
  return { folder: testRuntimeFolder, version: testVersion };
}
