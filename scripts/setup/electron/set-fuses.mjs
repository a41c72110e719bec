// @ts-check
import { FuseV1Options, FuseVersion, flipFuses } from "@electron/fuses";

/**
 * Sets the two switches in the executable that differ from Electron's own: it must not look for the start-up snapshot
 * of the program it was taken from, and it must let Playwright in.
 *
 * @param {string} binary path, changed in place
 */
export async function setFuses(binary) {
  await flipFuses(binary, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}
