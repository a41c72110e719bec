import { readFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { dirname, join } from "node:path";
import { electronProgram } from "../../e2e/app/start-app.ts";
import { startDesktop } from "../../e2e/stage/desktop.ts";
import type { FootprintFigures } from "./figures.ts";
import { footprintTables } from "./footprint-tables.ts";
import { gatesOf } from "./gates.ts";
import { measureRest } from "./rest.ts";
import { measureStarts } from "./starts.ts";

// footprint.js STARTS SECONDS RESULTS: measures on a desktop of its own what Holdfast takes beside an app that has nothing but
// an icon in the tray: its start, its memory, and what it does while nothing happens; prints the figures and writes them as
// JSON. Exit code 1 when a goal is missed.
const [starts, seconds, results = ""] = process.argv.slice(2);
const figures = await measureAll(Number(starts), Number(seconds));
const gates = gatesOf(figures);
console.log(footprintTables(figures).join("\n"));
writeFileSync(results, JSON.stringify({ ...figures, gates }));
if (gates.some(({ isMet }) => !isMet)) process.exitCode = 1;

async function measureAll(count: number, restSeconds: number): Promise<FootprintFigures> {
  const desktop = await startDesktop();
  try {
    return {
      load: loadavg()[0] ?? 0,
      electron: readFileSync(join(dirname(await electronProgram()), "version"), "utf8").trim(),
      starts: count,
      start: await measureStarts(desktop, count),
      seconds: restSeconds,
      rest: await measureRest(desktop, restSeconds),
    };
  } finally {
    await desktop.stop();
  }
}
