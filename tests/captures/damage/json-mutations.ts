import type { Numbers } from "./text-mutations.ts";
import { jsonList } from "./units.ts";

type Row = Record<string, unknown>;
type RowsMutation = (rows: Row[], next: Numbers) => void;

/** Changes one thing in a JSON list so that it stays JSON; a text that is none comes back as it is. */
export function mutateJson(text: string, next: Numbers): string {
  const rows = jsonList(text)?.filter(isRow);
  if (rows === undefined || rows.length === 0) return text;
  ROW_MUTATIONS[next(ROW_MUTATIONS.length)]?.(rows, next);
  return JSON.stringify(rows);
}

const ROW_MUTATIONS: readonly RowsMutation[] = [
  (rows, next) => rows.splice(next(rows.length), 1),
  (rows, next) => rows.splice(next(rows.length), 0, structuredClone(at(rows, next))),
  (rows, next) => swapValues(at(rows, next), at(rows, next), next),
  (rows, next) => swapValues(at(rows, next), at(rows, next), next),
  (rows, next) => changeValue(at(rows, next), next, () => undefined),
  (rows, next) => changeValue(at(rows, next), next, (value) => nearTo(value, next)),
  (rows, next) => changeValue(at(rows, next), next, (value) => nearTo(value, next)),
  (rows, next) => changeValue(at(rows, next), next, () => [null, -1, "", [], {}, true, "default", 1e12][next(8)]),
  (rows, next) => Object.assign(at(rows, next), { flags: [["linkdown"], ["dead", "linkdown"], ["onlink"], []][next(4)] }),
  (rows, next) => Object.assign(at(rows, next), { operstate: ["DOWN", "UP", "UNKNOWN"][next(3)] }),
  (rows, next) => Object.assign(at(rows, next), { dev: at(rows, next)["dev"] ?? "wlan9" }),
];

function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function at(rows: readonly Row[], next: Numbers): Row {
  return rows[next(rows.length)] ?? {};
}

function swapValues(one: Row, other: Row, next: Numbers): void {
  const keys = Object.keys(one).filter((key) => key in other);
  const key = keys[next(Math.max(1, keys.length))];
  if (key === undefined) return;
  [one[key], other[key]] = [other[key], one[key]];
}

function changeValue(row: Row, next: Numbers, change: (value: unknown) => unknown): void {
  const keys = Object.keys(row);
  const key = keys[next(Math.max(1, keys.length))];
  if (key !== undefined) row[key] = change(row[key]);
}

// A number or the last number in a text becomes another one, in a list one of the entries does.
function nearTo(value: unknown, next: Numbers): unknown {
  if (typeof value === "number") return next(2) === 0 ? value + 1 : next(65_536);
  if (typeof value === "string") return value.replace(/\d+(?=\D*$)/, () => String(next(256)));
  if (!Array.isArray(value) || value.length === 0) return value;
  const copy: unknown[] = [...(value as unknown[])];
  const index = next(copy.length);
  const entry = copy[index];
  if (isRow(entry)) changeValue(entry, next, (inner) => nearTo(inner, next));
  else copy[index] = nearTo(entry, next);
  return copy;
}
