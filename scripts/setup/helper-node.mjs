// @ts-check
import { copyFileSync, existsSync, linkSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { inProject } from "../paths.mjs";
import { makeWorkFolder } from "../processes/work-folder.mjs";
import { alive } from "../terminal/alive.mjs";
import { fetchPackageFiles } from "./fetch-package-files.mjs";

/** @typedef {{ package: string, version: string, packageSha512: string, sha256: string }} Pin */

const cache = inProject(".cache", "helper-node");
const log = inProject(".cache", "logs", "helper-node.log");

/** As the pins name it. */
export const thisSystem = `${process.platform}-${process.arch}`;

/**
 * The Node that an installed helper runs on, by platform and processor: no other than these (build/helper-node.json).
 *
 * @param {string} system such as "darwin-arm64"
 * @returns {Pin | undefined} nothing where there is none
 */
export function pinnedNode(system) {
  /** @type {Record<string, Pin>} */
  const pins = JSON.parse(readFileSync(inProject("build", "helper-node.json"), "utf8"));
  return pins[system];
}

/**
 * The Node of the helper for one system, out of the cache or from the package registry.
 *
 * @param {string} system such as "darwin-arm64"
 * @returns {Promise<string | undefined>} absolute path; nothing when there is none or it cannot be had
 */
export async function helperNodeFor(system) {
  return (await keptFor(system))?.node;
}

/**
 * The words under which that Node may be passed on, out of the same package.
 *
 * @param {string} system such as "darwin-arm64"
 * @returns {Promise<string | undefined>} nothing when it cannot be had
 */
export async function helperNodeLicence(system) {
  const kept = await keptFor(system);
  return kept === undefined ? undefined : readFileSync(kept.licence, "utf8");
}

/**
 * Puts that Node beside the built helper, from where `holdfast helper install` takes it. It is fetched from the package
 * registry once and kept in the cache.
 *
 * @returns {Promise<boolean>} whether it is there; without it everything works but the installation of the helper
 */
export async function provideHelperNode() {
  const kept = await helperNodeFor(thisSystem);
  if (kept === undefined) return false;
  const place = inProject("out", "helper", "node");
  if (!existsSync(place)) linkOrCopy(kept, place);
  return true;
}

/**
 * Both are fetched at once, from where nothing has to be fetched for them again.
 *
 * @param {string} system
 * @returns {Promise<{ node: string, licence: string } | undefined>} absolute paths in the cache
 */
async function keptFor(system) {
  const pin = pinnedNode(system);
  if (pin === undefined) return undefined;
  const node = join(cache, `node-${system}-${pin.version}`);
  const licence = join(cache, `licence-${system}-${pin.version}`);
  const isThere = (existsSync(node) && existsSync(licence)) || (await fetchTo({ node, licence }, pin));
  return isThere ? { node, licence } : undefined;
}

/**
 * @param {{ node: string, licence: string }} places
 * @param {Pin} pin
 * @returns {Promise<boolean>}
 */
async function fetchTo(places, { package: name, version, packageSha512: sha512 }) {
  const work = makeWorkFolder(cache);
  try {
    const source = { name, version, sha512, members: ["package/bin/node", "package/LICENSE"] };
    const fetching = fetchPackageFiles(source, work, log);
    const [node, licence] = (await alive(`Fetching Node ${version} for the helper (53 MB)`, fetching)) ?? [];
    if (node === undefined || licence === undefined) return false;
    renameSync(licence, places.licence);
    renameSync(node, places.node);
    return true;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * @param {string} from
 * @param {string} to
 */
function linkOrCopy(from, to) {
  try {
    linkSync(from, to);
  } catch {
    // Not on the same file system.
    copyFileSync(from, to);
  }
}
