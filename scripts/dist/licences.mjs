// @ts-check
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inPackage } from "../paths.mjs";
import { helperNodeLicence, thisSystem } from "../setup/helper-node.mjs";
import { Stop } from "../terminal/stop.mjs";
import { licenceText } from "./contents/licence-text.mjs";

/** The file's name in the package's resources. */
const LICENCES_FILE = "THIRD-PARTY-LICENCES.txt";

const LINE = "-".repeat(80);

/**
 * Writes what everything in the package that others have made may be passed on under.
 *
 * @param {string} folder absolute; made when it is not there
 * @param {import("./contents/runtimes.mjs").Made} made
 * @param {readonly import("./contents/shipped-packages.mjs").ShippedPackage[]} packages
 * @throws {Stop} when the licence of the helper's Node cannot be had
 */
export async function writeLicences(folder, { electron, system = thisSystem }, packages) {
  const node = await helperNodeLicence(system);
  if (node === undefined) throw new Stop("The licence of the helper's Node could not be had.");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, LICENCES_FILE), licenceReport({ packages, electron, node }));
}

/**
 * @param {object} shipped
 * @param {readonly import("./contents/shipped-packages.mjs").ShippedPackage[]} shipped.packages
 * @param {string} shipped.electron its version
 * @param {string} shipped.node the words of Node's licence
 * @returns {string} the whole file
 * @throws {Error} when a package brings no words
 */
export function licenceReport({ packages, electron, node }) {
  const parts = [
    section(
      `Electron ${electron} (MIT)`,
      `${readFileSync(inPackage("electron", "LICENSE"), "utf8").trim()}\n\n${CHROMIUM}`,
    ),
    section("Node.js, for the helper and the command line program", node.trim()),
    ...packages.map((one) => section(`${one.name} ${one.version} (${one.licence})`, licenceText(one))),
  ];
  return `${INTRODUCTION}\n\n${parts.join("\n\n")}\n`;
}

const INTRODUCTION = `Holdfast contains what others have made. Thank you. Each part is listed here with the words under which it is passed on.`;

const CHROMIUM = `What Chromium inside of Electron contains is listed in LICENSES.chromium.html beside the program.`;

/**
 * @param {string} title
 * @param {string} text
 */
const section = (title, text) => `${LINE}\n${title}\n${LINE}\n\n${text}`;
