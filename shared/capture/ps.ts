import { observed, partlyObserved } from "../snapshot/part.ts";
import type { Process } from "../snapshot/process.ts";
import { UnreadableOutput } from "./contribution.ts";
import type { OutputParser } from "./contribution.ts";
import { columnsOfArguments, columnsOfHeader } from "./ps-columns.ts";
import type { PsColumn } from "./ps-columns.ts";
import { readPsRow } from "./ps-row.ts";
import { isCommand, isFiltered, ownArguments } from "./source.ts";
import type { CommandSource } from "./source.ts";
import { endsWithWholeLine, isBlank, isPrompt, linesOf } from "./text-lines.ts";
import type { Line } from "./text-lines.ts";

const FILTER = /^(?:grep|egrep|fgrep|rg|ag)$/;

/**
 * Reads `ps aux` and `ps -axo pid,ppid,user,lstart,command` of both systems, in every locale (macos-facts §10). The
 * header decides the columns; without one (`ps aux | grep vpn`, `pid=`) the arguments do. A filter makes the list
 * partial, and the filter itself is left out of it. Throws {@link UnreadableOutput} `no-process`, `bad-row`,
 * `unknown-columns`.
 */
export const ps: OutputParser = {
  os: "any",
  understands(source) {
    return isCommand(source, "ps");
  },
  parse(text, source) {
    if (source.kind !== "command") return {};
    const processes = readProcesses(linesOf(text), source);
    if (!isFiltered(source)) {
      if (processes.length === 0) throw new UnreadableOutput(0, "no-process");
      const complete = listsAll(source) && endsWithWholeLine(text);
      return { processes: complete ? observed(processes) : partlyObserved(processes) };
    }
    return { processes: partlyObserved(processes.filter((process) => !isFilter(process))) };
  },
};

function readProcesses(lines: readonly Line[], source: CommandSource): Process[] {
  const { rows, columns } = readPsTable(lines, source);
  return rows.map((row) => readPsRow(row, columns));
}

/** The rows of a listing and what their columns hold. Throws {@link UnreadableOutput} `unknown-columns`. */
export function readPsTable(lines: readonly Line[], source: CommandSource): { rows: Line[]; columns: PsColumn[] } {
  const rows = lines.filter((line) => !isBlank(line));
  while (rows[0] !== undefined && columnsOfHeader(rows[0]) === null && isPrompt(rows[0])) rows.shift();
  const fromHeader = rows[0] === undefined ? null : columnsOfHeader(rows[0]);
  if (fromHeader !== null) rows.shift();
  const fromArguments = columnsOfArguments(ownArguments(source));
  const columns = withLongStart(fromHeader, fromArguments) ?? fromArguments;
  if (columns === null) throw new UnreadableOutput(rows[0]?.number ?? 0, "unknown-columns");
  return { rows, columns };
}

/** Darwin prints the same title for `start` and `lstart`; the arguments tell which of them it is. */
function withLongStart(header: PsColumn[] | null, asked: PsColumn[] | null): PsColumn[] | null {
  if (header === null || asked === null || !asked.includes("long-start")) return header;
  return header.map((column) => (column === "short-start" ? "long-start" : column));
}

/** Whether processes of all users are listed: `aux`, `-ax`, `-A`, `-e`. */
function listsAll(source: CommandSource): boolean {
  const words = ownArguments(source).filter((word) => /^-?[A-Za-z]+$/.test(word));
  const letters = words.map((word) => word.replace(/o$/, "")).join("");
  return /[Ae]/.test(letters) || (letters.includes("a") && letters.includes("x"));
}

function isFilter(process: Process): boolean {
  const program = process.arguments[0] ?? "";
  return FILTER.test(program.slice(program.lastIndexOf("/") + 1));
}
