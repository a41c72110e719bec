import type { Family } from "../network/address.ts";
import { UnreadableOutput } from "./contribution.ts";
import type { NetstatLayout } from "./netstat-layout.ts";
import type { Line } from "./text-lines.ts";
import { wordsOf } from "./text-lines.ts";

/** The words of one row of a routing table, not yet understood. */
export interface NetstatRow {
  readonly line: number;
  readonly family: Family;
  readonly destination: string;
  readonly gateway: string;
  /** Column RT_IFA, null when the row has none. */
  readonly source: string | null;
  readonly flags: string;
  /** As printed, so possibly cut. */
  readonly interface: string;
  /** Whether the name fills its column, so that it may be cut. */
  readonly interfaceFillsColumn: boolean;
}

const FLAGS = /^[UGHRDMmdCXLS12Wc3BbIiYrg]{1,10}$/;
const NUMBER = /^\d+$/;
const EXPIRE = /^(?:!|-?\d+)$/;
const INTERFACE = /^[A-Za-z][\w.-]*$/;
/** What people put before a remark of their own behind a row. */
const REMARK = /^(?:#|\/\/|\/\*|<[-=~]|--|=>|←|⬅|⟵|\()/u;
/** How the first words of any row begin: never those of other text. */
const DESTINATION = /^(?:default$|\d|[\da-f]{0,4}:)/i;

/** Whether a line is meant as a row of a routing table, whole or not: a destination, and flags where they belong. */
export function isRowLike(line: Line): boolean {
  const words = wordsOf(line.text);
  const hasFlags = [words[2], words[3]].some((word = "") => word.startsWith("U") && FLAGS.test(word));
  return hasFlags && beginsLikeRow(line);
}

/** Whether the first word of a line may be a destination. */
export function beginsLikeRow(line: Line): boolean {
  return DESTINATION.test(wordsOf(line.text)[0] ?? "");
}

/**
 * Takes one row apart. RT_IFA and Mtu may be missing in a row, so it is read from both ends (macos-facts §3.6). Throws
 * {@link UnreadableOutput} `bad-row` when the words do not fit the header's columns.
 */
export function readNetstatRow(line: Line, family: Family, layout: NetstatLayout): NetstatRow {
  const words = wordsOf(line.text);
  const source = layout.source && !FLAGS.test(words[2] ?? "") ? words[2] : undefined;
  const [destination, gateway] = words;
  const [flags, ...behindFlags] = words.slice(source === undefined ? 2 : 3);
  const [name, expire, ...surplus] = withoutRemark(withoutNumbers(behindFlags, layout));
  if (destination === undefined || gateway === undefined || flags === undefined || name === undefined) refuse(line);
  if (!FLAGS.test(flags) || !INTERFACE.test(name) || surplus.length > 0) refuse(line);
  if (expire !== undefined && !EXPIRE.test(expire)) refuse(line);
  return {
    line: line.number,
    family,
    destination,
    gateway,
    source: source ?? null,
    flags,
    interface: name,
    interfaceFillsColumn: name.length > layout.interfaceEnd - layout.interfaceStart - 2,
  };
}

/**
 * Whether the columns of a row stand under the header's, up to the end of the Netif column. Of the last row of a text
 * without line end only that shows that its interface is whole: `utun1` may be the beginning of `utun10`.
 */
export function showsWholeInterface(line: Line, layout: NetstatLayout): boolean {
  const isWordEnd = (column: number) => /^\S(?:\s|$)/.test(line.text.slice(column - 1, column + 1));
  if (/\s!$/.test(line.text)) return true;
  const isWordStart = /^\s\S/.test(line.text.slice(layout.flagsStart - 1, layout.flagsStart + 1));
  return isWordStart && isWordEnd(layout.interfaceEnd) && (!layout.counters || isWordEnd(layout.interfaceStart));
}

function withoutNumbers(words: string[], layout: NetstatLayout): string[] {
  if (!layout.counters) return words;
  const counters = words.slice(0, 2);
  if (counters.length < 2 || !counters.every((word) => NUMBER.test(word))) return [];
  return words.slice(layout.mtu && NUMBER.test(words[2] ?? "") ? 3 : 2);
}

function withoutRemark(words: string[]): string[] {
  const remark = words.findIndex((word) => REMARK.test(word));
  return remark < 0 ? words : words.slice(0, remark);
}

function refuse(line: Line): never {
  throw new UnreadableOutput(line.number, "bad-row");
}
