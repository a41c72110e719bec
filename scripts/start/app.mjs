// @ts-check
import { projectFolder } from "../paths.mjs";

/**
 * The command line that starts the app from this folder. Chromium refuses its sandbox to root, so there it is left
 * out, and only there.
 *
 * @param {import("../setup/electron/runtime.mjs").ElectronRuntime} runtime
 * @param {number | undefined} uid the user's number; undefined where there is none
 */
export function appCommand(runtime, uid) {
  const args = uid === 0 ? ["--no-sandbox", projectFolder] : [projectFolder];
  return { program: runtime.binary, args };
}
