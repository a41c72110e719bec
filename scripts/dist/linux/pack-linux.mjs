// @ts-check
import { inPackage, inProject, projectFolder } from "../../paths.mjs";
import { runLogged } from "../../processes/logged.mjs";
import { Stop } from "../../terminal/stop.mjs";
import { settingWords } from "../builder-settings.mjs";

/**
 * @typedef {object} PackRequest what to make, and of which Electron
 * @property {import("../electron-to-ship.mjs").ElectronToShip} electron
 * @property {readonly ("dir" | "deb" | "AppImage")[]} targets all at once, so that one list for updates names all of them
 * @property {string} folder absolute path to write to; an unpacked app goes into linux-unpacked in it
 * @property {Readonly<Record<string, string>>} [settings] electron-builder's own, by their paths ("deb.compression"), in the place of
 *   those in electron-builder.yml
 */

const log = inProject(".cache", "logs", "electron-builder.log");
/** dependencies §3.2. */
const fpm = inProject("scripts", "dist", "linux", "fpm", "fpm.mjs");

/**
 * Makes packages for Linux of what was built and put together before (package-files.mjs).
 *
 * @param {PackRequest} request
 * @throws {Stop} when electron-builder fails; its output is in a log that is named
 */
export async function packLinux({ electron, targets, folder, settings = {} }) {
  const all = {
    electronDist: electron.folder,
    electronVersion: electron.version,
    "directories.output": folder,
    ...settings,
  };
  const env = { ...process.env, CUSTOM_FPM_PATH: fpm };
  const builder = inPackage("electron-builder", "cli.js");
  const code = await runLogged(
    process.execPath,
    [builder, "--linux", ...targets, "--publish", "never", ...settingWords(all)],
    {
      log,
      env,
      cwd: projectFolder,
    },
  );
  if (code !== 0)
    throw new Stop(
      `No ${targets.join(" and no ")} was made: electron-builder ended with ${code}. What it said: ${log}`,
    );
}
