import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Capture } from "../../../shared/capture/capture.ts";
import { coreTable } from "./core-table.ts";
import { runCore, sizesUpTo } from "./core.ts";
import { fillKernel, whyNoKernel } from "./kernel-table.ts";
import { measureCore, median } from "./measure.ts";
import type { CoreCase, CoreFigures } from "./measure.ts";
import { printedTables } from "./printed-table.ts";
import { machineIn } from "./worlds.ts";
import type { World } from "./worlds.ts";

// core.js MOST RESULTS: measures tables of up to so many rows, prints the figures and writes them as JSON.
// core.js case FILE: one table, in a process of its own, so that its memory is its own.
const [word = "", path = ""] = process.argv.slice(2);
if (word === "case") measureHere(path);
else await measureAll(Number(word), path);

interface CaseFile {
  readonly one: CoreCase;
  readonly capture: Capture;
}

function measureHere(file: string): void {
  const { one, capture }: CaseFile = JSON.parse(readFileSync(file, "utf8"));
  process.stdout.write(JSON.stringify(measureCore(one, capture)));
}

async function measureAll(most: number, results: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "holdfast-bench-"));
  try {
    const judge = (one: CoreCase) => measureInChild(one, folder);
    const rows = await runCore(sizesUpTo(most), { judge, show, say });
    if (process.stderr.isTTY) say("");
    console.log(coreTable(rows, whyNoKernel).join("\n"));
    writeFileSync(results, JSON.stringify({ rows, whyNoKernel }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureInChild(one: CoreCase, folder: string): Promise<CoreFigures> {
  const capture = printedTables(machineIn(one.world, one.os, one.size));
  const files = capture.files.map((file) => {
    const place = join(folder, file.name);
    if (file.content.read) writeFileSync(place, file.content.text);
    return { ...file, content: { read: true as const, text: place } };
  });
  const caseFile = join(folder, "case.json");
  writeFileSync(caseFile, JSON.stringify({ one, capture: { ...capture, files } } satisfies CaseFile));
  return JSON.parse(await outputOf(process.execPath, [fileURLToPath(import.meta.url), "case", caseFile]));
}

async function show(world: World, size: number, times: number): Promise<number | null> {
  if (whyNoKernel !== null) return null;
  const kernel = await fillKernel(world, size);
  try {
    const found: number[] = [];
    while (found.length < times) found.push(await kernel.show());
    return median(found);
  } finally {
    await kernel.end();
  }
}

/** On a terminal in one line that is written over, elsewhere line by line. */
function say(text: string): void {
  process.stderr.write(process.stderr.isTTY ? `\r\u001b[2K${text}` : `${text}\n`);
}

function outputOf(program: string, words: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (part: string) => (output += part));
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 ? resolve(output) : reject(new Error(`${words.join(" ")} ended with ${code}`)),
    );
  });
}
