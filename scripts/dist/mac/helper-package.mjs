// @ts-check
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { inProject } from "../../paths.mjs";
import { helperNodeFor } from "../../setup/helper-node.mjs";
import { Stop } from "../../terminal/stop.mjs";
import { buildPackage, joinPrograms, packageChecks, signProgram } from "./commands.mjs";
import { notarizePackage } from "./notarize-package.mjs";
import { step } from "./step.mjs";
import { tryPayload } from "./try-payload.mjs";

/**
 * @typedef {import("./signing.mjs").Signing} Signing
 * @typedef {import("./load-sources.mjs").FromSources} FromSources
 */

const SYSTEMS = ["darwin-arm64", "darwin-x64"];

/**
 * Makes the package that installs the privileged helper and the command line program on a Mac, out of what was built. The
 * signed programs are started once before they are packed.
 *
 * @param {{ output: string, work: string, signing: Signing | null, sources: FromSources }} request `output`: path of the
 *   package; `work`: an empty folder, which the caller removes
 * @throws {Stop} when a part cannot be had, a tool fails, or a program does not work
 */
export async function makeHelperPackage({ output, work, signing, sources }) {
  const { places, identifier, build } = sources;
  const files = join(work, "files");
  const inFiles = (/** @type {string} */ place) => join(files, place.slice(places.folder.length));
  writePayload(files, sources);
  const node = inFiles(places.node);
  await step("Joining the Nodes", joinPrograms(await bothNodes(), node));
  chmodSync(node, 0o755);
  const entitlements = inProject("build", "macos", "entitlements.plist");
  await step("Signing the Node", signProgram({ program: node, identifier, entitlements, signing }));
  const state = makeFolder(join(work, "state"));
  tryPayload({ node, helper: inFiles(places.bundle), cli: inFiles(`${places.commands}/holdfast`), state }, sources);
  makeFolder(dirname(output));
  const scripts = inProject("build", "macos", "pkg-scripts");
  const what = { files, installInto: places.folder, scripts, identifier, version: build.version, output, signing };
  await step("Packing the helper", buildPackage(what));
  if (signing === null) return;
  await notarizePackage(output, signing.notary);
  for (const check of packageChecks(output)) await step("Checking the package", check);
}

/**
 * @param {string} folder
 * @param {FromSources} sources
 */
function writePayload(folder, { payload, build }) {
  const helper = readFileSync(inProject("out", "helper", "helper.cjs"), "utf8");
  const cli = readFileSync(inProject("out", "cli", "holdfast.js"), "utf8");
  for (const { path, content, mode } of payload({ helper, cli, ...build })) {
    const place = join(makeFolder(dirname(join(folder, path))), path.split("/").at(-1) ?? "");
    writeFileSync(place, content);
    // Whatever the mask of this process.
    chmodSync(place, mode);
  }
  chmodSync(folder, 0o755);
}

/** @returns {Promise<string[]>} their paths */
async function bothNodes() {
  /** @type {string[]} */
  const paths = [];
  // One after the other: they are fetched into the same folder.
  for (const system of SYSTEMS) {
    const path = await helperNodeFor(system);
    if (path === undefined) throw new Stop(`The Node of the helper for ${system} cannot be had.`);
    paths.push(path);
  }
  return paths;
}

/** @param {string} path */
function makeFolder(path) {
  mkdirSync(path, { recursive: true });
  chmodSync(path, 0o755);
  return path;
}
