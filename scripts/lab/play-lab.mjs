// @ts-check
import { buildTargets } from "../build/build-targets.mjs";
import { labTarget, productTargets } from "../build/targets.mjs";
import { inProject, projectFolder } from "../paths.mjs";
import { ended, endAllOnSignals, startInTerminal } from "../processes/children.mjs";
import { forLab } from "../setup/debian-lists.mjs";
import { describeMissing } from "../setup/describe-missing.mjs";
import { installAll } from "../setup/install-all.mjs";
import { Stop } from "../terminal/stop.mjs";

/**
 * Opens the lab in this terminal.
 *
 * @param {readonly string[]} args handed on to it
 * @returns {Promise<number>} its exit code
 * @throws {Stop} where it cannot run
 */
export async function playLab(args) {
  if (process.platform !== "linux") throw new Stop("The lab needs Linux: it is made of network namespaces.");
  if (process.getuid?.() !== 0)
    throw new Stop("The lab needs root, for network namespaces of its own: sudo npm run lab");
  endAllOnSignals();
  const missing = await installAll(forLab);
  if (missing.length > 0) throw new Stop(describeMissing(missing));
  await buildTargets([...productTargets, labTarget]);
  return ended(startInTerminal(process.execPath, [inProject("out/lab/play.js"), ...args], { cwd: projectFolder }));
}
