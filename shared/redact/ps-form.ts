import { UnreadableOutput } from "../capture/contribution.ts";
import type { PsColumn } from "../capture/ps-columns.ts";
import { psPieces } from "../capture/ps-row.ts";
import { readPsTable } from "../capture/ps.ts";
import type { CommandSource } from "../capture/source.ts";
import { linesOf } from "../capture/text-lines.ts";
import type { Line } from "../capture/text-lines.ts";
import { redactArguments } from "./command-words.ts";
import { joinLines, redactLine } from "./lines.ts";
import type { Pseudonyms } from "./pseudonyms.ts";
import { redactText, userName } from "./words.ts";

/** A word of a column that is of no use here: numbers, terminals, states. */
const PLAIN_WORD = /^(?:[\d.:,%+-]+|\?+|(?:s|tty|pts\/|ttys|console)\d{0,4}|[A-Za-z][A-Za-z+<>sNL]{0,5})$/;

/** A listing of `ps` in any of its forms: users and command lines are replaced, all else stays where it is. */
export function redactPs(text: string, source: CommandSource, pseudonyms: Pseudonyms): string {
  const lines = linesOf(text);
  const table = tableOf(lines, source);
  const rows = new Set(table?.rows.map((row) => row.number));
  const redacted = lines.map((line) =>
    table !== null && rows.has(line.number)
      ? redactRow(line, table.columns, pseudonyms)
      : redactLine(line.text, pseudonyms, "prose"),
  );
  return joinLines(text, redacted);
}

function tableOf(lines: readonly Line[], source: CommandSource): ReturnType<typeof readPsTable> | null {
  try {
    return readPsTable(lines, source);
  } catch (error) {
    if (error instanceof UnreadableOutput) return null;
    throw error;
  }
}

function redactRow(line: Line, columns: readonly PsColumn[], pseudonyms: Pseudonyms): string {
  try {
    const pieces = psPieces(line, columns);
    if (!pieces.every(isWhatItSays)) return redactLine(line.text, pseudonyms, "prose");
    return inColumns(
      pieces.map(({ column, text }) => ({ before: text, after: redactPiece(column, text, pseudonyms) })),
    );
  } catch (error) {
    if (error instanceof UnreadableOutput) return redactLine(line.text, pseudonyms, "prose");
    throw error;
  }
}

/** Between the rows may stand other text, as a prompt: no number of a process begins there. */
function isWhatItSays({ column, text }: { column: PsColumn; text: string }): boolean {
  if (column === "pid" || column === "parent-pid") return /^\s*\d{1,10}$/.test(text);
  return column !== "time" || /^\s*[\d:.,-]+$/.test(text);
}

/** Pieces one behind the other, each where it stood before as far as a blank stays between them. */
function inColumns(pieces: readonly { before: string; after: string }[]): string {
  let longer = 0;
  const moved = pieces.map(({ before, after }) => {
    const value = after.trimStart();
    const blanks = after.length - value.length;
    const piece = " ".repeat(Math.max(Math.min(1, blanks), blanks - longer)) + value;
    longer += piece.length - before.length;
    return piece;
  });
  return moved.join("");
}

function redactPiece(column: PsColumn, text: string, pseudonyms: Pseudonyms): string {
  const blanks = /^\s*/.exec(text)?.[0] ?? "";
  const value = text.slice(blanks.length);
  switch (column) {
    case "user":
      return blanks + userName(value, pseudonyms);
    case "command":
    case "program":
      return blanks + redactCommand(value, pseudonyms);
    case "other":
      return blanks + (PLAIN_WORD.test(value) ? value : redactText(value, pseudonyms, "value"));
    case "pid":
    case "parent-pid":
    case "long-start":
    case "short-start":
    case "time":
      return text;
  }
}

// The blanks between the words stay as they are: whoever reads a command line splits it there.
function redactCommand(command: string, pseudonyms: Pseudonyms): string {
  const words = command.split(/\s+/).filter((word) => word !== "");
  const redacted = redactArguments(words, null, pseudonyms);
  let index = 0;
  return command.replaceAll(/\S+/g, () => redacted[index++] ?? "");
}
