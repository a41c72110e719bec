// @ts-check
import { projectFolder } from "../paths.mjs";
import { ended, isEnding, startInOwnGroup } from "../processes/children.mjs";
import { appCommand } from "./app.mjs";

/**
 * Shows the app on the screen until it ends.
 *
 * @param {import("../setup/electron/runtime.mjs").ElectronRuntime} runtime
 * @returns {Promise<number>} its exit code
 */
export async function showOnDesktop(runtime) {
  const { program, args } = appCommand(runtime, process.getuid?.());
  const app = startInOwnGroup(program, args, { cwd: projectFolder, stdio: ["ignore", "inherit", "inherit"] });
  const code = await ended(app);
  if (code !== 0 && !isEnding()) console.error(`The app ended unexpectedly (exit code ${code}).`);
  return code;
}
