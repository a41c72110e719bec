import { existsSync, readFileSync } from "node:fs";
import { readArguments as readBenches } from "../../../../scripts/bench/arguments.mjs";
import { productTargets } from "../../../../scripts/build/targets.mjs";
import { readArguments as readPackages } from "../../../../scripts/dist/arguments.mjs";
import { chooseScenes } from "../../../../scripts/gallery/choose-scenes.mjs";
import { inProject } from "../../../../scripts/paths.mjs";
import { chooseByName } from "../../../../scripts/terminal/choose.mjs";
import { readArguments as readTiers } from "../../../../scripts/test/arguments.mjs";

type Reader = (words: readonly string[]) => unknown;

const takesNone: Reader = (words) => {
  if (words.length > 0) throw new Error(`it takes no ${words.join(" ")}`);
};
const scenes = () =>
  [...readFileSync(inProject("docs/gallery/README.md"), "utf8").matchAll(/^### (\S+)$/gm)].map(([, name = ""]) => ({
    view: "",
    name,
  }));

/** What reads the words behind `--`, for each of the project's programs: the same as when it runs. */
const READERS: Readonly<Record<string, Reader>> = {
  "scripts/start.mjs": takesNone,
  "scripts/test.mjs": readTiers,
  "scripts/build.mjs": (words) => chooseByName(words, productTargets, "target"),
  "scripts/check.mjs": takesNone,
  "scripts/docs.mjs": takesNone,
  "scripts/icons.mjs": takesNone,
  "scripts/lab.mjs": takesNone,
  "scripts/bench.mjs": readBenches,
  "scripts/gallery.mjs": (words) => chooseScenes(words, scenes()),
  "scripts/dist.mjs": readPackages,
  oxfmt: takesNone,
};

const { scripts } = JSON.parse(readFileSync(inProject("package.json"), "utf8")) as { scripts: Record<string, string> };

/** An npm command line, with or without variables in front of it. */
const NPM = /^(?:[A-Z_]+=\S+ )*npm (?:run )?(\S+)(?: -- (.+))?$/;

/** Whether it is one. */
export function isForNpm(line: string): boolean {
  return NPM.test(line);
}

/** Reads an npm command line as npm and the program behind it would, without running it. Throws what they would say. */
export function readByNpm(line: string): void {
  const [, name = "", rest = ""] = NPM.exec(line) ?? [];
  const script = scripts[name];
  if (script === undefined) throw new Error(`npm knows no script "${name}"`);
  const [program = "", ...own] = script.replace(/^node /, "").split(" ");
  const reader = READERS[program];
  if (reader === undefined) throw new Error(`it is not known who reads the words of ${program}`);
  if (program.includes("/") && !existsSync(inProject(program))) throw new Error(`there is no ${program}`);
  reader([...own, ...rest.split(" ").filter((word) => word !== "")]);
}
