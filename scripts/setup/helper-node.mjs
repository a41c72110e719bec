// @ts-check
import { copyFileSync, existsSync, linkSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { inProject } from "../paths.mjs";
import { makeWorkFolder } from "../processes/work-folder.mjs";
import { alive } from "../terminal/alive.mjs";
import { fetchPackageFile } from "./fetch-package-file.mjs";

/** @typedef {{ package: string, version: string, packageSha512: string, sha256: string }} Pin */

const cache = inProject(".cache", "helper-node");
const log = inProject(".cache", "logs", "helper-node.log");

/**
 * The Node that an installed helper runs on, by platform and processor: no other than these (build/helper-node.json).
 *
 * @returns {Pin | undefined} nothing where there is none
 */
function pinned() {
  /** @type {Record<string, Pin>} */
  const pins = JSON.parse(readFileSync(inProject("build", "helper-node.json"), "utf8"));
  return pins[`${process.platform}-${process.arch}`];
}

/**
 * Puts that Node beside the built helper, from where `holdfast helper install` takes it. It is fetched from the package
 * registry once and kept in the cache.
 *
 * @returns {Promise<boolean>} whether it is there; without it everything works but the installation of the helper
 */
export async function provideHelperNode() {
  const pin = pinned();
  if (pin === undefined) return false;
  const kept = join(cache, `node-${pin.version}`);
  if (!existsSync(kept) && !(await fetchTo(kept, pin))) return false;
  const place = inProject("out", "helper", "node");
  if (!existsSync(place)) linkOrCopy(kept, place);
  return true;
}

/**
 * @param {string} path
 * @param {Pin} pin
 * @returns {Promise<boolean>}
 */
async function fetchTo(path, { package: name, version, packageSha512: sha512 }) {
  const work = makeWorkFolder(cache);
  try {
    const source = { name, version, sha512, member: "package/bin/node" };
    const fetched = await alive(`Fetching Node ${version} for the helper (53 MB)`, fetchPackageFile(source, work, log));
    if (fetched === undefined) return false;
    renameSync(fetched, path);
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
