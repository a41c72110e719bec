// @ts-check
import { notarize } from "@electron/notarize";
import { alive } from "../../terminal/alive.mjs";
import { Stop } from "../../terminal/stop.mjs";

/**
 * Has a signed package checked by Apple, and puts the answer into it, so that a Mac without a network knows it, too.
 *
 * @param {string} path
 * @param {import("./signing.mjs").NotaryCredentials} notary
 * @throws {Stop} when Apple refuses it or cannot be asked, with what was said
 */
export async function notarizePackage(path, notary) {
  try {
    await alive("Having the helper's package notarised", notarize({ appPath: path, ...notary }));
  } catch (error) {
    throw new Stop(`Not notarised: ${error instanceof Error ? error.message : String(error)}`);
  }
}
