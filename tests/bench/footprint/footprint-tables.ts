import { cpus } from "node:os";
import { tableLines } from "../../../electron/cli/render/table.ts";
import { APPS } from "./apps.ts";
import type { AppName } from "./apps.ts";
import type { FootprintFigures } from "./figures.ts";
import { gatesOf } from "./gates.ts";

const MEBIBYTE = 1_024 ** 2;
const NAMES: Readonly<Record<AppName, string>> = {
  bare: "a bare tray app",
  "bare-with-window": "the same with an empty hidden window",
  holdfast: "Holdfast",
};

/** The figures for people: how the apps start, what they take, and which goals are met. */
export function footprintTables(figures: FootprintFigures): string[] {
  const { load, electron, starts, seconds } = figures;
  return [
    ...tableLines([
      ["start", "to the tray, ms: median", "p90", "times bare", "processor, s: median", "p90"],
      ...APPS.map((name) => startRow(figures, name)),
    ]),
    `${starts} starts each, in turns; from the start of the program to its icon in the tray, and what it had computed by then.`,
    "",
    ...tableLines([
      ["memory, MiB", "early: RSS", "PSS", "at rest: RSS", "PSS", "RSS times bare", "processes"],
      ...APPS.map((name) => memoryRow(figures, name)),
    ]),
    "All processes together. RSS counts what several of them share several times; PSS divides it among them.",
    "",
    ...tableLines([
      ["at rest, per minute", "processor, ms", "% of a core", "times bare", "wake-ups", "forks", "to disk, KiB"],
      ...APPS.map((name) => restRow(figures, name)),
    ]),
    `${seconds} s in which nothing changed, with a VPN up, all at the same time on laptops of their own.`,
    "",
    ...tableLines([
      ["goal", "Holdfast", ""],
      ...gatesOf(figures).map(({ goal, figure, isMet }) => [goal, figure, isMet ? "met" : "missed"]),
    ]),
    `Electron ${electron}. The machine's load before: ${load.toFixed(1)} on ${cpus().length} cores.`,
  ];
}

function startRow({ start }: FootprintFigures, name: AppName): string[] {
  const { toTray, processor } = start[name];
  return [
    NAMES[name],
    toTray.median.toFixed(0),
    toTray.p90.toFixed(0),
    (toTray.median / start.bare.toTray.median).toFixed(2),
    processor.median.toFixed(3),
    processor.p90.toFixed(3),
  ];
}

function memoryRow({ rest }: FootprintFigures, name: AppName): string[] {
  const { early, late, processes } = rest[name];
  const mebibytes = (bytes: number) => (bytes / MEBIBYTE).toFixed(0);
  return [
    NAMES[name],
    mebibytes(early.resident),
    mebibytes(early.proportional),
    mebibytes(late.resident),
    mebibytes(late.proportional),
    (late.resident / rest.bare.late.resident).toFixed(2),
    `${processes}`,
  ];
}

function restRow({ rest, seconds }: FootprintFigures, name: AppName): string[] {
  const { processor, wakeUps, forks, diskWrites } = rest[name];
  const perMinute = (count: number) => (60 * count) / seconds;
  return [
    NAMES[name],
    perMinute(processor * 1_000).toFixed(1),
    ((100 * processor) / seconds).toFixed(3),
    (processor / rest.bare.processor).toFixed(2),
    perMinute(wakeUps).toFixed(0),
    perMinute(forks).toFixed(1),
    perMinute(diskWrites / 1_024).toFixed(1),
  ];
}
