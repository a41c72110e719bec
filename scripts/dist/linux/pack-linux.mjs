// @ts-check
import { inPackage, inProject, projectFolder } from "../../paths.mjs";
import { runLogged } from "../../processes/logged.mjs";
import { Stop } from "../../terminal/stop.mjs";

/**
 * @typedef {object} PackRequest what to make, and of which Electron
 * @property {import("../electron-to-ship.mjs").ElectronToShip} electron
 * @property {"dir" | "deb" | "AppImage"} target
 * @property {string} folder absolute path to write to; an unpacked app goes into linux-unpacked in it
 * @property {Readonly<Record<string, string>>} [settings] electron-builder's own, by their paths ("deb.compression"), in the place of
 *   those in electron-builder.yml
 */

const log = inProject(".cache", "logs", "electron-builder.log");
/** dependencies §3.2. */
const fpm = inProject("scripts", "dist", "linux", "fpm", "fpm.mjs");

/**
 * Makes one kind of package for Linux of what was built and put together before (package-files.mjs).
 *
 * @param {PackRequest} request
 * @throws {Stop} when electron-builder fails; its output is in a log that is named
 */
export async function packLinux({ electron, target, folder, settings = {} }) {
  const all = {
    electronDist: electron.folder,
    electronVersion: electron.version,
    "directories.output": folder,
    ...settings,
  };
  const words = Object.entries(all).map(([name, value]) => `--config.${name}=${value}`);
  const env = { ...process.env, CUSTOM_FPM_PATH: fpm };
  const builder = inPackage("electron-builder", "cli.js");
  const code = await runLogged(process.execPath, [builder, "--linux", target, "--publish", "never", ...words], {
    log,
    env,
    cwd: projectFolder,
  });
  if (code !== 0) throw new Stop(`No ${target} was made: electron-builder ended with ${code}. What it said: ${log}`);
}
