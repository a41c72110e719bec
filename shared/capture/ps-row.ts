import type { Process } from "../snapshot/process.ts";
import { UnreadableOutput } from "./contribution.ts";
import type { PsColumn } from "./ps-columns.ts";
import { longStartLength, shortStartLength } from "./ps-start.ts";
import type { Line } from "./text-lines.ts";

type Values = Partial<Record<PsColumn, string>>;

const WORD = /^\s*(\S+)/;

/**
 * Reads one row of `ps`. Columns are told apart by blanks, since their width depends on users and locale; only start
 * times and the command, which must be the last column, hold blanks. Throws {@link UnreadableOutput} `bad-row`, or
 * `command-not-last`.
 */
export function readPsRow(line: Line, columns: readonly PsColumn[]): Process {
  const values = splitRow(line, columns);
  const pid = Number(values.pid ?? Number.NaN);
  const parentPid = values["parent-pid"] === undefined ? null : Number(values["parent-pid"]);
  if (!Number.isSafeInteger(pid) || (parentPid !== null && !Number.isSafeInteger(parentPid))) refuse(line);
  return {
    pid,
    parentPid,
    user: values.user ?? null,
    // The short form changes as the process grows older, so it says nothing about identity.
    startedAt: values["long-start"]?.replaceAll(/\s+/g, " ") ?? null,
    arguments: argumentsOf(values),
    executable: null,
    children: null,
  };
}

function splitRow(line: Line, columns: readonly PsColumn[]): Values {
  return Object.fromEntries(psPieces(line, columns).map(({ column, text }) => [column, text.trim()]));
}

/**
 * The row cut into its columns, each with the blanks before it, so that the pieces together are the line. Throws
 * {@link UnreadableOutput} as {@link readPsRow} does.
 */
export function psPieces(line: Line, columns: readonly PsColumn[]): { column: PsColumn; text: string }[] {
  const pieces: { column: PsColumn; text: string }[] = [];
  let rest = line.text;
  for (const [index, column] of columns.entries()) {
    if (column === "command" || column === "program") {
      if (index < columns.length - 1) throw new UnreadableOutput(line.number, "command-not-last");
      return [...pieces, { column, text: rest }];
    }
    const length = columnLength(rest, column, columns[index + 1]);
    if (length === 0) refuse(line);
    pieces.push({ column, text: rest.slice(0, length) });
    rest = rest.slice(length);
  }
  if (rest.trim() !== "") refuse(line);
  return pieces;
}

/** Characters that the next column takes, leading blanks included; 0 when it is not there. */
function columnLength(text: string, column: PsColumn, next: PsColumn | undefined): number {
  if (column === "long-start") return longStartLength(text);
  if (column === "short-start" && next === "time") return shortStartLength(text);
  return WORD.exec(text)?.[0].length ?? 0;
}

function argumentsOf(values: Values): string[] {
  if (values.program !== undefined) return values.program === "" ? [] : [values.program];
  return (values.command ?? "").split(/\s+/).filter((word) => word !== "");
}

function refuse(line: Line): never {
  throw new UnreadableOutput(line.number, "bad-row");
}
