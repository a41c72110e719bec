import type { Family } from "../../../../shared/network/address.ts";
import type { Prefix } from "../../../../shared/network/prefix.ts";
import { LAYOUTS, printTable } from "../../../support/netstat-printer.ts";
import type { PrintedRow } from "../../../support/netstat-printer.ts";
import type { Entry } from "../kernel/entry.ts";
import { familyOf, isDefaultEntry, specificity } from "../kernel/entry.ts";
import type { Kernel } from "../kernel/kernel.ts";
import type { Answer, MacState } from "../state.ts";
import { failed, printed } from "../state.ts";
import { printControls } from "./netstat-controls.ts";

/** `netstat -rn[l] [-f inet|inet6]` and `netstat -f systm [-anv]`. */
export function netstat(words: readonly string[], mac: MacState): Answer {
  const family = words[words.indexOf("-f") + 1];
  if (family === "systm") return printed(printControls(mac, words.includes("-anv")));
  const letters = words.find((word) => word.startsWith("-rn"));
  if (letters === undefined) return failed("netstat: only -rn and -f systm are known to this world", 1);
  const families: readonly Family[] = family === "inet" || family === "inet6" ? [family] : ["inet", "inet6"];
  return printed(routingTables(mac.kernel, families, letters.includes("l")));
}

/** The tables as macOS 14 and later print them. */
export function routingTables(kernel: Kernel, families: readonly Family[], long: boolean): string {
  const layout = LAYOUTS.find(({ name }) => name === (long ? "14 to 26 -l" : "14 to 26"));
  if (layout === undefined) throw new Error("the printer lacks the layout of macOS 14");
  const rows = kernel.table.rows().filter((row) => families.includes(familyOf(row)));
  const indexOf = (name: string | null) => (name === null ? 0 : (kernel.link(name)?.index ?? 0));
  const keys = new Map(rows.map((row) => [row, keyOf(row, indexOf)]));
  const inOrder = rows.toSorted((a, b) => compare(keys.get(a) ?? [], keys.get(b) ?? []));
  return `${printTable(
    layout,
    inOrder.map((row) => printedRow(row, kernel)),
  ).replace(/\n+$/, "")}\n`;
}

// By the bytes of the key, in which a zone stands as the interface's index; then rows for all before scoped ones, and the
// more specific first (macos-facts §3.3).
function keyOf(row: Entry, indexOf: (name: string | null) => number): bigint[] {
  return [
    familyOf(row) === "inet" ? 0n : 1n,
    row.prefix.value | (BigInt(indexOf(row.prefix.zone)) << 96n),
    BigInt(indexOf(row.scope)),
    -BigInt(specificity(row)),
  ];
}

function compare(a: readonly bigint[], b: readonly bigint[]): number {
  const place = a.findIndex((value, index) => value !== b[index]);
  return place < 0 ? 0 : (a[place] ?? 0n) < (b[place] ?? 0n) ? -1 : 1;
}

function printedRow(row: Entry, kernel: Kernel): PrintedRow {
  const link = kernel.link(row.interface);
  return {
    family: familyOf(row),
    prefix: withoutForeignZone(row),
    host: row.host,
    gateway: row.gateway,
    source: row.source,
    flags: row.flags,
    interface: row.interface,
    expire: row.expire,
    counters: { ...useOf(row), mtu: String(link?.mtu ?? 0) },
  };
}

function withoutForeignZone({ prefix }: Entry): Prefix {
  return prefix.length === 0 ? { ...prefix, zone: null } : prefix;
}

// Nothing is sent in this world: the numbers are those of capture 07.
function useOf(row: Entry): { refs: string; use: string } {
  if (isDefaultEntry(row)) return { refs: "41", use: "918" };
  return { refs: row.host && !row.flags.includes("G") ? "1" : "2", use: "7" };
}
