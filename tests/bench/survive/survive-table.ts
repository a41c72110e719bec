import { tableLines } from "../../../electron/cli/render/table.ts";
import { spreadOf, type SurviveFigures, type SurviveRow } from "./figures.ts";
import type { IdleFigures } from "./idle.ts";
import type { DownloadFigures } from "./measure-download.ts";
import { PATIENCE_MS, type Switched } from "./measure-switch.ts";

const HEADER = [
  "script",
  "change",
  "off",
  "floor: median",
  "p95",
  "most",
  "on: median",
  "p95",
  "most",
  "ratio",
  "alive",
];
const GOAL = { p95Ms: 250, ratio: 1.5 } as const;
const HOUR = 3_600;

/** The figures as lines. */
export function surviveTable({ rows, download, idle }: SurviveFigures): string[] {
  return [
    ...tableLines([HEADER, ...rows.map(cells)]),
    "Longest silence of a ping every 20 ms through the tunnel, in ms; off in s, each switch. floor: a script that knows the",
    "answer; ratio: p95 of on by p95 of floor; alive: switches after which process and tunnel were the same.",
    `Goals: p95 of on at most ${GOAL.p95Ms} ms, and at most ×${GOAL.ratio} of the floor's. ${missedBy(rows)}`,
    downloadLine(download),
    idleLine(idle),
  ];
}

function cells({ script, change, off, floor, on }: SurviveRow): string[] {
  return [
    script,
    change,
    off.map(seconds).join(" "),
    ...spreadCells(floor),
    ...spreadCells(on),
    `×${ratioOf({ on, floor }).toFixed(2)}`,
    `${on.filter(({ survived }) => survived).length} of ${on.length}`,
  ];
}

function seconds({ silence }: Switched): string {
  return silence === null ? `> ${PATIENCE_MS / 1_000}` : (silence / 1_000).toFixed(1);
}

function spreadCells(switched: readonly Switched[]): string[] {
  const { median, p95, most } = spreadOf(switched);
  return [median, p95, most].map((value) => (Number.isFinite(value) ? value.toFixed(0) : "lost"));
}

function ratioOf({ on, floor }: Pick<SurviveRow, "on" | "floor">): number {
  return spreadOf(on).p95 / spreadOf(floor).p95;
}

function missedBy(rows: readonly SurviveRow[]): string {
  const missed = rows.filter((row) => spreadOf(row.on).p95 > GOAL.p95Ms || ratioOf(row) > GOAL.ratio);
  const names = missed.map(({ script, change }) => `${change} with ${script}`);
  return missed.length === 0 ? "All are reached." : `Not reached: ${names.join("; ")}.`;
}

function downloadLine({ bytes, seconds: time, switches, isRight }: DownloadFigures): string {
  const end = isRight ? "whole and unchanged" : "NOT as it was sent";
  return `Download with Holdfast: ${bytes.toLocaleString("en")} bytes in ${time.toFixed(0)} s over ${switches} switches, ${end}.`;
}

function idleLine({ seconds: time, forks, routeWrites, processorPercent, reports, news }: IdleFigures): string {
  const perHour = (count: number) => `${count} (${((count * HOUR) / time).toFixed(0)} an hour)`;
  return [
    `Idle for ${time} s: ${processorPercent.toFixed(3)} % of one processor, processes started ${perHour(forks)}`,
    `routes changed ${routeWrites}, news of the kernel ${perHour(news)}, reports ${perHour(reports)}.`,
  ].join(", ");
}
