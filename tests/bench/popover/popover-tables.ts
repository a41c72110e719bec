import { cpus } from "node:os";
import { tableLines } from "../../../electron/cli/render/table.ts";
import type { PopoverFigures } from "./figures.ts";
import { EARLY } from "./memory.ts";
import type { RendererMemory } from "./renderer-memory.ts";
import type { Spread } from "./spread.ts";

/** The figures for people: four small tables. */
export function popoverTables(figures: PopoverFigures): string[] {
  const { load, opening, scrolling, memory } = figures;
  return [
    ...tableLines([["the popover opens", "median", "p95", "most"], ...openingRows(figures)]),
    `Milliseconds of ${opening.count} openings by the tray icon, after a first one; painted: its words are on the screen.`,
    "",
    ...tableLines([
      ["the routes scroll", "frames/s: median", "slowest second", "longest frame", "late frames"],
      scrollRow(figures),
    ]),
    `${scrolling.rows} rows, from the first to the last by the wheel in ${scrolling.seconds.toFixed(1)} s; late: more than 33 ms after the one before.`,
    "",
    ...tableLines([
      ["the page takes", `after ${EARLY}`, "after half", `after ${memory.snapshots}`, "growth"],
      ...memoryRows(figures),
    ]),
    "View states of changing machines and languages, after a collection of garbage. The heap has what V8 compiles, too, its objects have not.",
    "",
    ...tableLines([["the page loads, gzip -9", "kB", "KiB"], ...bundleRows(figures)]),
    "",
    `The machine's load before: ${load.toFixed(1)} on ${cpus().length} cores.`,
  ];
}

function openingRows({ opening }: PopoverFigures): string[][] {
  const row = (name: string, { median, p95, most }: Spread) => [
    name,
    ...[median, p95, most].map((time) => time.toFixed(1)),
  ];
  return [
    row("from the mouse's click to painted", opening.sentToPainted),
    row("from the click received in main to shown", opening.receivedToShown),
    row("from the click received in main to painted", opening.receivedToPainted),
    row("the same when its page was thrown away before", opening.withoutPage),
  ];
}

function scrollRow({ scrolling }: PopoverFigures): string[] {
  const { median, slowestSecond, longest, late } = scrolling;
  return ["by the wheel", `${median}`, `${slowestSecond}`, `${longest.toFixed(1)} ms`, `${late}`];
}

function memoryRows({ memory: { early, half, late } }: PopoverFigures): string[][] {
  const row = (name: string, kind: keyof RendererMemory, digits: number) => {
    const growth = 100 * (late[kind] / early[kind] - 1);
    return [name, ...[early, half, late].map((memory) => memory[kind].toFixed(digits)), `${growth.toFixed(1)} %`];
  };
  return [
    row("private memory, MiB", "private", 1),
    row("resident memory, MiB", "resident", 1),
    row("JavaScript heap, MiB", "heap", 1),
    row("its objects, MiB", "objects", 1),
    row("elements and texts", "nodes", 0),
    row("event listeners", "listeners", 0),
  ];
}

function bundleRows({ bundle }: PopoverFigures): string[][] {
  const row = (name: string, bytes: number) => [name, (bytes / 1_000).toFixed(1), (bytes / 1_024).toFixed(1)];
  return [row("for the first view", bundle.first), row("for all views", bundle.total)];
}
