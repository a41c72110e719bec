// @ts-check
import { Stop } from "../terminal/stop.mjs";

/**
 * electron-builder's settings for a build that can look for newer versions of itself; none for one that cannot.
 *
 * @param {string | undefined} address of the folder where new versions are put (HOLDFAST_UPDATE_FEED)
 * @returns {Readonly<Record<string, string>>} by their paths in electron-builder.yml
 * @throws {Stop} when the address is none that the app would ask (exit code 2)
 */
export function feedSettings(address) {
  if (address === undefined || address === "") return {};
  if (!isFolderOfHttps(address)) {
    const wanted = "an https address of a folder, such as https://example.org/holdfast";
    throw new Stop(`HOLDFAST_UPDATE_FEED has to be ${wanted}, not ${address}.`, 2);
  }
  return { "publish.provider": "generic", "publish.url": address };
}

/** @param {string} address */
function isFolderOfHttps(address) {
  if (!URL.canParse(address)) return false;
  const { protocol, username, search, hash } = new URL(address);
  return protocol === "https:" && !username && !search && !hash;
}
