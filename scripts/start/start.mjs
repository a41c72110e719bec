// @ts-check
import { buildTargets } from "../build/build-targets.mjs";
import { productTargets } from "../build/targets.mjs";
import { endAll, endAllOnSignals } from "../processes/children.mjs";
import { findProgram } from "../processes/programs.mjs";
import { electronLibraries, forDisplay, forVirtualDisplay } from "../setup/debian-lists.mjs";
import { describeMissing } from "../setup/describe-missing.mjs";
import { findElectron } from "../setup/find-electron.mjs";
import { installAll } from "../setup/install-all.mjs";
import { chooseView, hasDisplay } from "./choose-view.mjs";
import { showOnDesktop } from "./on-desktop.mjs";
import { showInTerminal } from "./in-terminal.mjs";
import { showOnVirtualDisplay } from "./on-virtual-display.mjs";

/** @returns {Promise<number>} the exit code */
export async function start() {
  endAllOnSignals();
  const display = hasDisplay(process.env, process.platform);
  const missing = await installAll(display ? forDisplay : forVirtualDisplay);
  if (missing.length > 0) console.log(describeMissing(missing));
  const missingLibraries = missing.filter((name) => electronLibraries.includes(name));
  const runtime = missingLibraries.length > 0 ? undefined : await findElectron();
  await buildTargets(productTargets);

  const view = chooseView({ display, missingLibraries, runtime, virtualDisplay: findProgram("Xvfb") });
  console.log(view.sentence);
  try {
    if (view.kind === "desktop") return await showOnDesktop(view.runtime);
    if (view.kind === "virtual") return await showOnVirtualDisplay(view.runtime, view.xvfb);
    return await showInTerminal();
  } finally {
    await endAll();
  }
}
