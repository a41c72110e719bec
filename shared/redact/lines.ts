import { endsWithWholeLine, linesOf } from "../capture/text-lines.ts";
import { replaceWords } from "./columns.ts";
import type { Alignment } from "./columns.ts";
import type { Pseudonyms } from "./pseudonyms.ts";
import { redactText } from "./words.ts";
import type { UnknownWords } from "./words.ts";

/** What becomes of one line, given without its end. */
export type LineForm = (line: string) => string;

/**
 * A text line by line, without what pasting has wrapped around them (colours, marks of a quotation), since readers do not
 * see that either. Throws `UnreadableOutput` for a text with NUL.
 */
export function redactLines(text: string, form: LineForm): string {
  return joinLines(
    text,
    linesOf(text).map((line) => form(line.text)),
  );
}

/** The lines as one text, which ends as the given one does. */
export function joinLines(text: string, lines: readonly string[]): string {
  return lines.join("\n") + (lines.length > 0 && endsWithWholeLine(text) ? "\n" : "");
}

/** A line of which nothing is known but what its words are. */
export function redactLine(
  line: string,
  pseudonyms: Pseudonyms,
  unknown: UnknownWords,
  alignment: Alignment = "text",
): string {
  return replaceWords(withoutBytes(line, pseudonyms), alignment, (word) => redactText(word, pseudonyms, unknown));
}

/** Four and more bytes in a row, as dumps of packets print them. */
const BYTES = /(?<![\w:.])[\da-f]{2}(?: +[\da-f]{2}){3,}(?![\w:.])/gi;

function withoutBytes(line: string, pseudonyms: Pseudonyms): string {
  return line.replaceAll(BYTES, () => pseudonyms.leftOut());
}
