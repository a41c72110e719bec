// @ts-check
import { shippedPackages } from "./contents/shipped-packages.mjs";
import { writeLicences } from "./licences.mjs";
import { writeSbom } from "./sbom.mjs";

/**
 * Writes what is in a package, and under which words: THIRD-PARTY-LICENCES.txt and sbom.cdx.json, by what is really bundled.
 *
 * @param {string} folder absolute; made when it is not there
 * @param {import("./contents/runtimes.mjs").Made} made
 * @throws {import("../terminal/stop.mjs").Stop} when the licence of the helper's Node cannot be had
 */
export async function writeContents(folder, made) {
  const packages = await shippedPackages();
  await writeLicences(folder, made, packages);
  await writeSbom(folder, made, packages);
}
