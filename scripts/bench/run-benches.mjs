// @ts-check
import { join } from "node:path";
import { buildTargets } from "../build/build-targets.mjs";
import { cacheFolder, inProject, projectFolder } from "../paths.mjs";
import { ended, endAllOnSignals, startInTerminal } from "../processes/children.mjs";
import { makeWorkFolder } from "../processes/work-folder.mjs";
import { provideHelperNode } from "../setup/helper-node.mjs";
import { readArguments } from "./arguments.mjs";
import { keepResults } from "./results.mjs";
import { rmSync } from "node:fs";

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
  const work = makeWorkFolder(join(cacheFolder, "bench"));
  try {
    for (const { name, target, options } of chosen) {
      const figures = join(work, `${name}.json`);
      const program = inProject("out", target.name, target.output);
      const words = [program, ...options.map((option) => String(numbers[option])), figures];
      const code = await ended(startInTerminal(process.execPath, words, { cwd: projectFolder }));
      if (code !== 0) return code;
      keepResults(name, figures);
    }
    return 0;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
