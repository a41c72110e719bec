// @ts-check

/**
 * @typedef {import("../setup/electron/runtime.mjs").ElectronRuntime} ElectronRuntime
 *
 * @typedef {object} Circumstances
 * @property {boolean} display whether there is a screen to draw on
 * @property {readonly string[]} missingLibraries Debian packages without which Electron does not start
 * @property {ElectronRuntime | undefined} runtime
 * @property {string | undefined} virtualDisplay path of Xvfb
 *
 * @typedef {(
 *   | { kind: "desktop", runtime: ElectronRuntime }
 *   | { kind: "virtual", runtime: ElectronRuntime, xvfb: string }
 *   | { kind: "terminal" }
 * ) & { sentence: string }} View
 */

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 */
export const hasDisplay = (env, platform) => platform === "darwin" || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);

/**
 * Chooses where Holdfast can show itself here, and says it in one sentence.
 *
 * @param {Circumstances} circumstances
 * @returns {View}
 */
export function chooseView({ display, missingLibraries, runtime, virtualDisplay }) {
  if (missingLibraries.length > 0) return inTerminal(`Electron cannot start without ${missingLibraries.join(", ")}`);
  if (!runtime) return inTerminal("no Electron could be had");
  if (display)
    return { kind: "desktop", runtime, sentence: "Holdfast shows itself as an icon in the menu bar; Ctrl-C ends it." };
  if (!virtualDisplay) return inTerminal("there is no display here, and no virtual one (Xvfb)");
  return {
    kind: "virtual",
    runtime,
    xvfb: virtualDisplay,
    sentence:
      "There is no display here: the app runs on a virtual one, and its state is shown below; Ctrl-C ends both.",
  };
}

/**
 * @param {string} reason
 * @returns {View}
 */
const inTerminal = (reason) => ({
  kind: "terminal",
  sentence: `Only the terminal view is shown, because ${reason}; Ctrl-C ends it.`,
});
