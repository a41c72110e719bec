// @ts-check
import { fileURLToPath } from "node:url";
import { createPackage } from "@electron/asar";

/**
 * Packs the little program which lets `electron <folder>` start an app; the test runtime comes without one.
 *
 * @param {string} target path of the archive to write
 */
export const packDefaultApp = (target) => createPackage(fileURLToPath(new URL("default-app", import.meta.url)), target);
