// @ts-check
import { chooseByName } from "../terminal/choose.mjs";
import { electronForTrying, officialElectron } from "./electron-to-ship.mjs";

/** @typedef {{ name: "deb" | "AppImage" }} LinuxPackage */

/** @type {readonly LinuxPackage[]} */
const known = [{ name: "deb" }, { name: "AppImage" }];

/**
 * Reads `npm run dist [-- [deb] [AppImage] [--for-trying]]`.
 *
 * @param {readonly string[]} args
 * @returns {{ chosen: readonly LinuxPackage[], electron: typeof officialElectron, suffix: string }} what to make, of which
 *   Electron, and what is added to the file's name
 * @throws {import("../terminal/stop.mjs").Stop} on an unknown package (exit code 2)
 */
export function readArguments(args) {
  const names = args.filter((word) => word !== "--for-trying");
  const chosen = chooseByName(names, known, "package");
  const isForTrying = names.length < args.length;
  return isForTrying
    ? { chosen, electron: electronForTrying, suffix: "-for-trying" }
    : { chosen, electron: officialElectron, suffix: "" };
}
