import { writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { projectFolder } from "../../../scripts/paths.mjs";
import { startDesktop } from "../../e2e/stage/desktop.ts";
import type { Desktop } from "../../e2e/stage/desktop.ts";
import { startStandIn } from "../../e2e/stand-in/start-stand-in.ts";
import type { StandInApp } from "../../e2e/stand-in/start-stand-in.ts";
import { bundleSizes } from "./bundle-sizes.ts";
import type { PopoverFigures } from "./figures.ts";
import { missedGates } from "./gates.ts";
import { measureMemory } from "./memory.ts";
import { measureOpenings } from "./openings.ts";
import { popoverTables } from "./popover-tables.ts";
import { measureScrolling } from "./scrolling.ts";

// popover.js OPENINGS SNAPSHOTS RESULTS: measures on a desktop of its own how fast the popover opens, how smoothly a long table
// scrolls, whether its page grows with what it is told, and how large its files are; prints the figures and writes them as JSON.
// Exit code 1 when one is worse than it may be.
const [openings, snapshots, results = ""] = process.argv.slice(2);
const figures = await measureAll(Number(openings), Number(snapshots));
const missed = missedGates(figures);
console.log(popoverTables(figures).join("\n"));
for (const sentence of missed) console.log(`missed: ${sentence}`);
writeFileSync(results, JSON.stringify({ ...figures, missed }));
if (missed.length > 0) process.exitCode = 1;

async function measureAll(count: number, told: number): Promise<PopoverFigures> {
  const desktop = await startDesktop();
  try {
    return {
      load: loadavg()[0] ?? 0,
      bundle: bundleSizes(join(projectFolder, "out", "renderer")),
      opening: await measureOpenings(desktop, count),
      scrolling: await withStandIn(desktop, (standIn) => measureScrolling(desktop, standIn)),
      memory: await withStandIn(desktop, (standIn) => measureMemory(standIn, told)),
    };
  } finally {
    await desktop.stop();
  }
}

async function withStandIn<Figures>(
  desktop: Desktop,
  measure: (standIn: StandInApp) => Promise<Figures>,
): Promise<Figures> {
  const standIn = await startStandIn(desktop.env, join(desktop.folder, "stand-in"));
  try {
    return await measure(standIn);
  } finally {
    await standIn.stop();
  }
}
