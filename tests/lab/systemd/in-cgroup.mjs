// @ts-check
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

// Runs a program in a control group: `in-cgroup.mjs FOLDER PROGRAM WORDS…`. A process can only move itself before what it
// starts is born there. Ends as the program does, and the program ends with it.

const [folder = "", program = "", ...words] = process.argv.slice(2);
writeFileSync(join(folder, "cgroup.procs"), String(process.pid));
const child = spawn(program, words, { stdio: "inherit" });
child.on("close", (code) => process.exit(code ?? 1));
