// @ts-check
import { buildTargets } from "../build/build-targets.mjs";
import { productTargets } from "../build/targets.mjs";
import { inPackage, projectFolder } from "../paths.mjs";
import { ended, endAllOnSignals, startInTerminal } from "../processes/children.mjs";
import { installDependencies } from "../setup/dependencies.mjs";
import { officialBinary, downloadOfficial } from "../setup/electron/official.mjs";
import { Stop } from "../terminal/stop.mjs";

/**
 * Makes what people install, with the official Electron and no other.
 *
 * @returns {Promise<number>} exit code
 * @throws {Stop} when that cannot be had
 */
export async function makePackages() {
  endAllOnSignals();
  await installDependencies();
  if (!officialBinary() && !(await downloadOfficial())) {
    throw new Stop("Packages are made with the official Electron only, and it could not be downloaded here.");
  }
  await buildTargets(productTargets);
  const builder = inPackage("electron-builder", "cli.js");
  return ended(startInTerminal(process.execPath, [builder, "--publish", "never"], { cwd: projectFolder }));
}
