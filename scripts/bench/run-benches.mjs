// @ts-check
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildTargets } from "../build/build-targets.mjs";
import { cacheFolder, inProject, projectFolder } from "../paths.mjs";
import { ended, endAllOnSignals, startInTerminal } from "../processes/children.mjs";
import { makeWorkFolder } from "../processes/work-folder.mjs";
import { provideHelperNode } from "../setup/helper-node.mjs";
import { readArguments } from "./arguments.mjs";
import { provideBenchDesktop } from "./bench-desktop.mjs";
import { keepResults } from "./results.mjs";

/**
 * Runs the chosen benches one after the other.
 *
 * @param {readonly string[]} args of the command line
 * @returns {Promise<number>} exit code: that of the first bench that failed, else 0
 */
export async function runBenches(args) {
  const { chosen, numbers } = readArguments(args);
  endAllOnSignals();
  await buildTargets(chosen.flatMap(({ target, product }) => [target, ...product]));
  if (chosen.some(({ needsHelperNode }) => needsHelperNode)) await provideHelperNode();
  const desktop = chosen.some(({ needsDesktop }) => needsDesktop) ? await provideBenchDesktop() : {};
  const env = { ...process.env, ...desktop };
  const work = makeWorkFolder(join(cacheFolder, "bench"));
  try {
    for (const { name, target, options } of chosen) {
      const figures = join(work, `${name}.json`);
      const program = inProject("out", target.name, target.output);
      const words = [program, ...options.map((option) => String(numbers[option])), figures];
      const code = await ended(startInTerminal(process.execPath, words, { cwd: projectFolder, env }));
      // Figures that are worse than they may be are kept, too.
      if (existsSync(figures)) keepResults(name, figures);
      if (code !== 0) return code;
    }
    return 0;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
