// @ts-check
import { join } from "node:path";
import { createPackage } from "@electron/asar";

/**
 * Packs the little program which lets `electron <folder>` start an app; the test runtime comes without one.
 *
 * @param {string} target path of the archive to write
 */
export const packDefaultApp = (target) => createPackage(join(import.meta.dirname, "default-app"), target);
