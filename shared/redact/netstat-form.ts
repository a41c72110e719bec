import { readLayout } from "../capture/netstat-layout.ts";
import { beginsLikeRow, isRowLike } from "../capture/netstat-row.ts";
import { wordsOf } from "../capture/text-lines.ts";
import type { Line } from "../capture/text-lines.ts";
import type { Family } from "../network/address.ts";
import { parseAddress } from "../network/address.ts";
import { addressText, linkText } from "./address-words.ts";
import { bsdDestination } from "./bsd-words.ts";
import { replaceWords } from "./columns.ts";
import { redactLine, redactLines } from "./lines.ts";
import type { LineForm } from "./lines.ts";
import type { Pseudonyms } from "./pseudonyms.ts";

const LABELS: Readonly<Record<string, Family>> = { "Internet:": "inet", "Internet6:": "inet6" };
const FLAGS = /^[UGHRDMmdCXLS12Wc3BbIiYrg]{1,10}$/;

/** A routing table of Darwin's netstat: rows by their columns, whatever stands around them as any text. */
export function redactNetstat(text: string, assumed: Family, pseudonyms: Pseudonyms): string {
  let family = assumed;
  let isInTable = false;
  const form: LineForm = (line) => {
    const asLine = { number: 0, text: line };
    family = LABELS[line.trim()] ?? family;
    const isHeader = readLayout(asLine) !== null;
    isInTable = isHeader || (isInTable && line.trim() !== "");
    if (isHeader) return line;
    const isRow = isRowLike(asLine) || (isInTable && isDamagedRow(asLine));
    return isRow ? redactRow(line, family, pseudonyms) : redactLine(line, pseudonyms, "prose");
  };
  return redactLines(text, form);
}

/** Whether a line below a header is a row whose flags are in another order than the kernel prints them. */
function isDamagedRow(line: Line): boolean {
  const words = wordsOf(line.text);
  return beginsLikeRow(line) && (FLAGS.test(words[2] ?? "") || FLAGS.test(words[3] ?? ""));
}

function redactRow(row: string, family: Family, pseudonyms: Pseudonyms): string {
  const words = wordsOf(row);
  const flagsAt = FLAGS.test(words[2] ?? "") ? 2 : 3;
  return replaceWords(row, "table", (word, index) => {
    if (index === 0) return bsdDestination(word, family, pseudonyms) ?? brokenAddress(word, pseudonyms);
    if (index < flagsAt) return redactGateway(word, pseudonyms);
    if (index === flagsAt || /^(?:!|-?\d{1,10})$/.test(word)) return word;
    return redactLine(word, pseudonyms, isInterfaceColumn(words, index, flagsAt) ? "value" : "prose");
  });
}

function redactGateway(word: string, pseudonyms: Pseudonyms): string {
  if (/^(?:link#\d+|default)$/.test(word)) return word;
  if (parseAddress(word) !== null) return addressText(word, "", pseudonyms) ?? word;
  return linkText(word, pseudonyms) ?? redactLine(word, pseudonyms, "value");
}

/** Between flags and interface there are only numbers. */
function isInterfaceColumn(words: readonly string[], index: number, flagsAt: number): boolean {
  return words.slice(flagsAt + 1, index).every((before) => /^\d+$/.test(before));
}

// What is left of a destination that was cut: it must still begin like one, and be none.
function brokenAddress(word: string, pseudonyms: Pseudonyms): string {
  return `${word.includes(":") ? "::" : "0."}${pseudonyms.leftOut()}`;
}
