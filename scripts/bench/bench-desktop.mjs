// @ts-check
import { forEndToEnd } from "../setup/debian-lists.mjs";
import { installPackages } from "../setup/debian-packages.mjs";
import { describeMissing } from "../setup/describe-missing.mjs";
import { findElectron } from "../setup/find-electron.mjs";
import { Stop } from "../terminal/stop.mjs";

/**
 * Sets up what a bench on a virtual desktop needs: the desktop's programs, and an Electron.
 *
 * @returns {Promise<NodeJS.ProcessEnv>} what its program needs in its environment to find them
 * @throws {Stop} when they cannot be had here
 */
export async function provideBenchDesktop() {
  if (process.platform !== "linux") throw new Stop("This bench needs Linux with Xvfb.");
  const missing = await installPackages(forEndToEnd);
  if (missing.length > 0) throw new Stop(describeMissing(missing));
  const runtime = await findElectron();
  if (runtime === undefined) throw new Stop("No Electron could be had.");
  return runtime.env;
}
