import { unobserved } from "../snapshot/part.ts";
import type { Part } from "../snapshot/part.ts";
import type { Socket, TunnelOwner } from "../snapshot/process.ts";
import { UnreadableOutput } from "./contribution.ts";
import type { OutputParser } from "./contribution.ts";
import { readConnection } from "./lsof-connection.ts";
import { isCommand, isFiltered, ownArguments } from "./source.ts";
import type { CommandSource } from "./source.ts";
import { endsWithWholeLine, isBlank, isPrompt, linesOf } from "./text-lines.ts";
import type { Line } from "./text-lines.ts";

/** One line of the listing, its name column not yet understood. */
interface LsofRow {
  readonly line: Line;
  readonly pid: number;
  readonly user: string;
}

const HEADER = /^COMMAND\s+PID\s.*\bNAME\s*$/;
const ROW = /^\S+\s+(\d+)\s+(\S+)\s/;
const PROGRAM_FILE = /^\S+\s+\d+\s+\S+\s+txt\s/;
const WARNING = /^(?:lsof:|\s)/;
const UTUN_CONTROL = /\[ctl com\.apple\.net\.utun_control id \d+ unit (\d+)\]\s*$/;

/**
 * Reads Darwin's `lsof -nP`: who holds which utun interface, and connected sockets (macos-facts §7). Without root it
 * lists only one's own processes, and every process has its program file open: a listing of a single user, or without
 * program files, is partial. Throws {@link UnreadableOutput} `no-header` or `bad-row`; a socket that cannot be read, as
 * without `-n`, leaves only the sockets unobserved.
 */
export const lsof: OutputParser = {
  os: "darwin",
  understands(source) {
    return isCommand(source, "lsof");
  },
  parse(text, source) {
    if (source.kind !== "command") return {};
    const lines = linesOf(text).filter((line) => !isBlank(line));
    const rows = readRows(lines, source);
    const partial =
      !listsAll(source, rows) || !endsWithWholeLine(text) || lines.some((line) => WARNING.test(line.text));
    const sockets = readSockets(rows, partial);
    // With -i only internet sockets are listed, and no owner can be among them.
    if (onlyInternet(source)) return { sockets };
    return { tunnelOwners: { observed: true, value: rows.flatMap(tunnelOwnersOf), partial }, sockets };
  },
};

function readRows(lines: readonly Line[], source: CommandSource): LsofRow[] {
  const start = lines.findIndex((line) => HEADER.test(line.text));
  // A selection that finds nothing prints nothing.
  if (lines.length === 0 && selects(source)) return [];
  if (start < 0 && !isFiltered(source)) throw new UnreadableOutput(lines[0]?.number ?? 0, "no-header");
  return lines.slice(start + 1).flatMap((line) => {
    const [, pid, user] = ROW.exec(line.text) ?? [];
    if (pid !== undefined && user !== undefined) return [{ line, pid: Number(pid), user }];
    if (WARNING.test(line.text) || isPrompt(line)) return [];
    throw new UnreadableOutput(line.number, "bad-row");
  });
}

function listsAll(source: CommandSource, rows: readonly LsofRow[]): boolean {
  if (selects(source) || isFiltered(source) || !rows.some((row) => PROGRAM_FILE.test(row.line.text))) return false;
  return new Set(rows.map((row) => row.user)).size > 1;
}

function selects(source: CommandSource): boolean {
  return ownArguments(source).some((word) => /^-[a-zA-Z]*[aipucgd]/.test(word));
}

function onlyInternet(source: CommandSource): boolean {
  return ownArguments(source).some((word) => /^-[nPl]*i/.test(word));
}

/** Unit 7 of the control is utun6; the same unit can be held by two processes (macos-facts §7). */
function tunnelOwnersOf({ line, pid }: LsofRow): TunnelOwner[] {
  const unit = Number(UTUN_CONTROL.exec(line.text)?.[1] ?? 0);
  return unit > 0 ? [{ interface: `utun${unit - 1}`, pid }] : [];
}

function readSockets(rows: readonly LsofRow[], partial: boolean): Part<Socket[]> {
  const sockets: Socket[] = [];
  for (const { line, pid } of rows) {
    const connection = readConnection(line.text);
    if (connection === "unreadable") return unobserved("unreadable", { line: line.number, detail: "bad-socket" });
    if (connection !== null) sockets.push({ pid, ...connection });
  }
  return { observed: true, value: sockets, partial };
}
