// @ts-check
import { readFileSync } from "node:fs";
import { filesUnder } from "../build/sources.mjs";
import { inProject, projectFolder } from "../paths.mjs";
import { findCycles } from "./layers/cycles.mjs";
import { importsOf } from "./layers/imports.mjs";
import { forbiddenImports } from "./layers/judge.mjs";
import { rooms } from "./layers/rooms.mjs";

// Checks who imports whom: the rules are in layers/rooms.mjs. Prints one line for each breach; exit code 1 if any.

const folders = new Set(rooms.map(({ path }) => path.split("/")[0] ?? path));
const files = filesUnder(projectFolder, [...folders]).filter((file) => /\.(ts|tsx|mjs)$/.test(file));
const modules = new Map(files.map((file) => [file, importsOf(file, readFileSync(inProject(file), "utf8"))]));

const graph = new Map(
  [...modules].map(([file, imports]) => [file, imports.filter(({ kind }) => kind === "file").map((to) => to.target)]),
);
const links = [...graph.values()].flat().length;
const breaches = [
  ...[...modules].flatMap(([file, imports]) => forbiddenImports(file, imports)),
  ...findCycles(graph).map((cycle) => `${[...cycle, cycle[0]].join(" → ")} import each other in a circle.`),
];
// A checker that sees nothing finds nothing: that is no success.
if (modules.size === 0 || links === 0) breaches.push("No modules were seen: the check itself is broken.");

for (const breach of breaches) console.error(breach);
if (breaches.length === 0) console.log(`${modules.size} modules, ${links} imports between them`);
process.exitCode = breaches.length === 0 ? 0 : 1;
