// @ts-check
import { readdirSync, rmSync, statSync } from "node:fs";
import { inProject } from "../../paths.mjs";
import { alive } from "../../terminal/alive.mjs";
import { Stop } from "../../terminal/stop.mjs";
import { readArguments } from "../arguments.mjs";
import { feedSettings } from "../feed.mjs";
import { writeContents } from "../write-contents.mjs";
import { packLinux } from "./pack-linux.mjs";
import { resources, writePackageFiles } from "./package-files.mjs";

/** Of a package. The helper's Node is half of it. */
const mostMegabytes = 110;

/**
 * What makes the chosen packages for Linux, into dist/, when everything is built. What is wrong with the wish, or cannot be had, is
 * said at once.
 *
 * @param {readonly string[]} args of the command line
 * @returns {Promise<() => Promise<void>>} throws Stop when a package has become too large
 * @throws {Stop} when something that it needs cannot be had
 */
export async function linuxPackages(args) {
  const { chosen, electron: choose, suffix } = readArguments(args);
  const feed = feedSettings(process.env.HOLDFAST_UPDATE_FEED);
  const targets = chosen.map(({ name }) => name);
  const electron = await choose();
  return () => makeOf({ electron, targets, suffix, feed });
}

/** @param {{ electron: import("../electron-to-ship.mjs").ElectronToShip, targets: ("deb" | "AppImage")[], suffix: string, feed: Readonly<Record<string, string>> }} wish */
async function makeOf({ electron, targets, suffix, feed }) {
  const folder = inProject("dist");
  rmSync(folder, { recursive: true, force: true });
  writePackageFiles();
  await writeContents(resources, { electron: electron.version });
  const artifactName = `\${name}_\${version}_\${arch}${suffix}.\${ext}`;
  const settings = { "deb.artifactName": artifactName, "appImage.artifactName": artifactName, ...feed };
  await alive(`Making the ${targets.join(" and the ")}`, packLinux({ electron, targets, folder, settings }));
  rmSync(inProject("dist", "builder-debug.yml"), { force: true });
  for (const name of readdirSync(folder)) refuseWhatIsTooLarge(inProject("dist", name));
}

/** @param {string} path in dist/ */
function refuseWhatIsTooLarge(path) {
  const stats = statSync(path);
  if (stats.isFile() && stats.size > mostMegabytes * 1e6) {
    throw new Stop(`${path} has ${(stats.size / 1e6).toFixed(1)} MB, more than ${mostMegabytes}.`);
  }
}
