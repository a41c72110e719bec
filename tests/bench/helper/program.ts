import { writeFileSync } from "node:fs";
import { tableLines } from "../../../electron/cli/render/table.ts";
import { openHelperMachine } from "../../lab/systemd/helper-machine.ts";
import { measureChild } from "./measure-child.ts";
import type { FirstAnswer } from "./first-answer.ts";
import { measureUnit } from "./measure-unit.ts";

// helper.js CONNECTIONS RESULTS: measures how long a client waits for the helper's first answer, from the moment when
// nothing of it runs, and how much memory it takes for a plan: started as a child, and by systemd behind all its walls.
const HEADER = ["the helper", "first answer: median", "p95", "most", "peak memory"];

const connections = Number(process.argv[2]);
const machine = await openHelperMachine();
try {
  await machine.install();
  const rows: readonly (readonly [string, FirstAnswer])[] = [
    ["as a child of root", await measureChild(connections)],
    ["behind its socket", await measureUnit(machine, connections)],
  ];
  console.log(tableLines([HEADER, ...rows.map(([name, figures]) => [name, ...cells(figures)])]).join("\n"));
  console.log(`Milliseconds of ${connections} connections each, one after the other; MiB of one that made a plan.`);
  writeFileSync(process.argv[3] ?? "", JSON.stringify(Object.fromEntries(rows)));
} finally {
  await machine.close();
}

function cells({ median, p95, most, memory }: FirstAnswer): string[] {
  return [...[median, p95, most].map((time) => time.toFixed(0)), memory.toFixed(0)];
}
