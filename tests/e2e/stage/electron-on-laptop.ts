import { fileURLToPath } from "node:url";
import type { Environment } from "./environment.ts";

/** What Playwright's `_electron.launch` is given to run Electron on another machine's network. */
export type LaunchOptions = { readonly executablePath: string; readonly env: Record<string, string> };

/**
 * Runs Electron on a lab's laptop while the test, the display and the bus stay here.
 * @param enter words to put before an absolute program path to start it there: `lab.laptop.enter`
 * @param electron absolute path of the Electron program
 * @param env of the application: `desktop.env` and what the test adds
 */
export function electronOnLaptop(enter: readonly string[], electron: string, env: Environment): LaunchOptions {
  return {
    executablePath: fileURLToPath(new URL("laptop-electron/laptop-electron.mjs", import.meta.url)),
    env: { ...env, HOLDFAST_LAB_ENTER: JSON.stringify(enter), HOLDFAST_LAB_ELECTRON: electron },
  };
}
