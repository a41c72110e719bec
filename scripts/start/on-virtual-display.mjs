// @ts-check
import { mkdirSync, openSync, rmSync, statSync } from "node:fs";
import { setTimeout as after } from "node:timers/promises";
import { inProject, projectFolder } from "../paths.mjs";
import { ended, isEnding, startInOwnGroup } from "../processes/children.mjs";
import { alive } from "../terminal/alive.mjs";
import { appCommand } from "./app.mjs";
import { showInTerminal } from "./in-terminal.mjs";
import { startMessageBus } from "./message-bus.mjs";
import { startVirtualDisplay } from "./virtual-display.mjs";

const picture = inProject(".cache", "popover.png");
const log = inProject(".cache", "logs", "app.log");

/** So long we wait for the app's first picture before the terminal view begins; milliseconds. */
const patience = 15_000;

/**
 * Runs the app where nobody sees it, has it save a picture of its popover, and shows the live state in the terminal.
 *
 * @param {import("../setup/electron/runtime.mjs").ElectronRuntime} runtime
 * @param {string} xvfb path of the X server
 * @returns {Promise<number>} exit code
 */
export async function showOnVirtualDisplay(runtime, xvfb) {
  const display = await startVirtualDisplay(xvfb);
  if (display) await startApp(runtime, display);
  else console.log("The virtual display did not start: only the terminal view is shown.");
  return isEnding() ? 0 : showInTerminal();
}

/**
 * @param {import("../setup/electron/runtime.mjs").ElectronRuntime} runtime
 * @param {NodeJS.ProcessEnv} display
 */
async function startApp(runtime, display) {
  mkdirSync(inProject(".cache", "logs"), { recursive: true });
  rmSync(picture, { force: true });
  const bus = await startMessageBus();
  const { program, args } = appCommand(runtime, process.getuid?.());
  const file = openSync(log, "w");
  // Xvfb has no graphics card; while Chromium looks for one, the page now and then never loads.
  const app = startInOwnGroup(program, ["--disable-gpu", ...args], {
    cwd: projectFolder,
    env: { ...process.env, ...display, ...bus, HOLDFAST_POPOVER_PICTURE: picture },
    stdio: ["ignore", file, file],
  });
  const code = await alive("Starting the app", Promise.race([ended(app), pictureIsThere()]));
  if (isEnding()) return;
  console.log(describe(code));
  // The live view clears the screen, so whoever ends it is told again.
  if (process.stdout.isTTY) process.once("exit", () => console.log(describe(code)));
}

/** @param {number | undefined} code the app's exit code, when it has ended already */
function describe(code) {
  if (code !== undefined) return `The app ended (exit code ${code}; its log: ${log}): only the terminal view goes on.`;
  if (isPictureThere()) return `The popover's picture: ${picture}`;
  return `The popover's picture is not there yet; it will be ${picture} (the app's log: ${log})`;
}

const isPictureThere = () => (statSync(picture, { throwIfNoEntry: false })?.size ?? 0) > 0;

/** @returns {Promise<undefined>} when the picture is there, or will not be soon */
async function pictureIsThere() {
  const deadline = Date.now() + patience;
  while (!isPictureThere() && Date.now() < deadline) await after(100);
}
