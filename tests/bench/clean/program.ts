import { writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { tableLines } from "../../../electron/cli/render/table.ts";
import type { CleanFigures, Spread } from "./figures.ts";
import { gatesOf, isMet, marginOf, strictGateOf } from "./gates.ts";
import { measureAll } from "./measure.ts";

// clean.js ROUNDS RESULTS: removes 1, 100 and 1,000 stale routes out of a table of 1,000 through the helper, by `ip -batch` and
// by a loop in a shell, prints the times and writes them as JSON. Exit code 1 when a goal is missed.
const AMOUNTS = [1, 100, 1_000];
const HEADER = ["stale", "helper", "start", "plan", "apply", "ip -batch", "shell loop"];
const PHASES = ["lock", "look", "judge", "journal", "act", "verify", "talk"] as const;

const rounds = Number(process.argv[2]);
const load = loadavg()[0] ?? 0;
const figures = await measureAll(AMOUNTS, rounds);
const gates = gatesOf(figures);

console.log(tableLines([HEADER, ...figures.map(row)]).join("\n"));
console.log(
  `Milliseconds: median (least to most) of ${rounds} rounds, each in a network of its own. Load before: ${load}.\n`,
);
console.log(tableLines([["apply of", ...PHASES], ...figures.map(phaseRow)]).join("\n"));
console.log("Medians, by a helper that writes down what it asks of the machine when.\n");
const margin = marginOf(figures);
const each = [margin.helper, margin.batch].map((time) => (time * 1_000).toFixed(0));
console.log(`Each further route: ${each[0]} µs of the helper from its start, ${each[1]} of ip -batch.`);
const strict = strictGateOf(figures);
for (const gate of [...gates, strict]) {
  const says = isMet(gate) ? "met" : gate === strict ? "missed, taken strictly" : "missed";
  console.log(`${says}: ${gate.goal}: ${gate.measured.toFixed(1)} ms, allowed ${gate.allowed.toFixed(1)}`);
}
const judged = [...gates, strict].map((gate) => ({ ...gate, isMet: isMet(gate) }));
writeFileSync(process.argv[3] ?? "", JSON.stringify({ rounds, load, figures, margin, gates: judged }));
if (!gates.every(isMet)) process.exitCode = 1;

function row({ stale, helper, batch, loop }: CleanFigures): string[] {
  const { whole, start, plan, apply } = helper;
  return [
    String(stale),
    cell(whole),
    ...[start, plan, apply].map(({ median }) => median.toFixed(0)),
    cell(batch),
    cell(loop),
  ];
}

function phaseRow({ stale, phases }: CleanFigures): string[] {
  return [String(stale), ...PHASES.map((phase) => phases[phase].toFixed(1))];
}

function cell({ median, least, most }: Spread): string {
  return `${median.toFixed(1)} (${least.toFixed(0)} to ${most.toFixed(0)})`;
}
