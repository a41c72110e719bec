import type { Line } from "./text-lines.ts";
import { wordsOf } from "./text-lines.ts";

/**
 * Which columns a routing table of Darwin's netstat has; the header tells, because they changed from version to version
 * (macos-facts §3.2, §3.6).
 */
export interface NetstatLayout {
  /** Column RT_IFA, only with `-l` since 10.15. A row without a source address leaves it out. */
  readonly source: boolean;
  /** Columns Refs and Use: to 10.14, and with `-l`. */
  readonly counters: boolean;
  /** Column Mtu, only with `-l`; it can be blank in a row. */
  readonly mtu: boolean;
  /** Where the Flags column begins. */
  readonly flagsStart: number;
  /** Where the column before Netif ends; one blank follows. */
  readonly interfaceStart: number;
  /** Where the Netif column ends; longer interface names are cut to its width. */
  readonly interfaceEnd: number;
}

const COLUMNS = ["Destination", "Gateway", "RT_IFA", "Flags", "Refs", "Use", "Mtu", "Netif", "Expire"];
const REQUIRED = ["Destination", "Gateway", "Flags", "Netif"];
const FLAGS_WIDTH = 10;
/** The narrowest Netif column that any version has, and the blank before it (macos-facts §3.2). */
const NARROWEST_INTERFACE = 8;

/** The layout that a header line announces, null when the line is no header. */
export function readLayout(line: Line): NetstatLayout | null {
  const words = wordsOf(line.text);
  if (words[0] !== "Destination" || !isHeader(words)) return null;
  const interfaceStart = endOfColumnBefore(line.text, words);
  return {
    source: words.includes("RT_IFA"),
    counters: words.includes("Refs"),
    mtu: words.includes("Mtu"),
    flagsStart: line.text.indexOf("Flags"),
    interfaceStart,
    interfaceEnd: isAligned(line.text)
      ? line.text.indexOf("Netif") + "Netif".length
      : interfaceStart + NARROWEST_INTERFACE,
  };
}

// A forum collapses blanks and a spreadsheet puts tabs between the columns: then their widths are not to be seen.
function isAligned(header: string): boolean {
  return /Flags {2,}/.test(header) && / {2}Netif/.test(header) && !header.includes("\t");
}

function isHeader(words: readonly string[]): boolean {
  const inOrder = COLUMNS.filter((column) => words.includes(column));
  const known = inOrder.length === words.length && inOrder.every((column, index) => words[index] === column);
  return (
    known && REQUIRED.every((column) => words.includes(column)) && words.includes("Refs") === words.includes("Use")
  );
}

/** Flags are left-aligned in ten characters, the numbers right-aligned under their title; one blank follows. */
function endOfColumnBefore(header: string, words: readonly string[]): number {
  const before = words[words.indexOf("Netif") - 1] ?? "Flags";
  const start = header.indexOf(before);
  return start + (before === "Flags" ? FLAGS_WIDTH : before.length);
}
