import { tableLines } from "../../../electron/cli/render/table.ts";
import type { CoreRow } from "./core.ts";

const HEADER = [
  "system",
  "world",
  "rows",
  "ip -j",
  "read",
  "assess",
  "plan",
  "growth",
  "of ip -j",
  "findings",
  "memory",
];

/** The figures as lines; times in milliseconds, `growth` and `of ip -j` of assess(). */
export function coreTable(rows: readonly CoreRow[], whyNoKernel: string | null): string[] {
  const lines = tableLines([HEADER, ...rows.map(cells)]);
  const note = whyNoKernel === null ? [] : [`ip -j was not measured: ${whyNoKernel}.`];
  return [
    ...lines,
    "Times in ms, medians; growth: how many times as long assess() takes as for a tenth of the rows; memory: the most of the",
    "process that read, judged and planned, in MB, with Node's own heap limit.",
    ...note,
  ];
}

function cells(row: CoreRow): string[] {
  return [
    row.os,
    row.world,
    row.size.toLocaleString("en"),
    row.show === null ? "–" : milliseconds(row.show),
    milliseconds(row.read),
    milliseconds(row.assess),
    milliseconds(row.plan),
    row.growth === null ? "–" : `×${row.growth.toFixed(1)}`,
    row.show === null ? "–" : `×${(row.assess / row.show).toFixed(1)}`,
    row.findings.toLocaleString("en"),
    row.memory.toFixed(0),
  ];
}

function milliseconds(time: number): string {
  return time < 10 ? time.toFixed(1) : time.toFixed(0);
}
