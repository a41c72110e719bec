import { partlyObserved } from "../snapshot/part.ts";
import type { TunnelOwner } from "../snapshot/process.ts";
import { UnreadableOutput } from "./contribution.ts";
import type { OutputParser } from "./contribution.ts";
import { isCommand, ownArguments } from "./source.ts";
import { isBlank, isPrompt, linesOf, wordsOf } from "./text-lines.ts";
import type { Line } from "./text-lines.ts";

const TITLE = "Active kernel control sockets";
const UTUN_CONTROL = "com.apple.net.utun_control";

/**
 * Reads Darwin's `netstat -f systm -anv`: the process behind each utun interface, without root. The short form has no
 * process column and adds nothing. Columns differ from version to version and a process name can hold blanks, so they
 * are counted from the end (macos-facts §7). Throws {@link UnreadableOutput} `no-header` or `bad-row`.
 */
export const netstatControls: OutputParser = {
  os: "darwin",
  understands(source) {
    if (!isCommand(source, "netstat")) return false;
    const words = ownArguments(source);
    return words[words.indexOf("-f") + 1] === "systm";
  },
  parse(text) {
    const lines = linesOf(text).filter((line) => !isBlank(line) && !isPrompt(line));
    const title = lines.findIndex((line) => line.text.startsWith(TITLE));
    const header = title < 0 ? undefined : lines[title + 1];
    if (header === undefined) throw new UnreadableOutput(lines[0]?.number ?? 0, "no-header");
    const fromEnd = processColumnFromEnd(header);
    if (fromEnd === null) return {};
    const rows = lines.slice(title + 2).filter((line) => line.text.includes(UTUN_CONTROL));
    return { tunnelOwners: partlyObserved(rows.map((row) => readOwner(row, fromEnd))) };
  },
};

/** How many columns follow the process; null when the header has none. `pid epid` to 15.1, `process:pid` since. */
function processColumnFromEnd(header: Line): number | null {
  const titles = wordsOf(header.text);
  const column = titles.findIndex((title) => title === "pid" || title === "process:pid");
  return column < 0 ? null : titles.length - column;
}

function readOwner(row: Line, fromEnd: number): TunnelOwner {
  const words = wordsOf(row.text);
  const pid = /^(?:.*:)?(\d+)$/.exec(words.at(-fromEnd) ?? "")?.[1];
  const unit = Number(words.at(-3));
  if (pid === undefined || words.at(-1) !== UTUN_CONTROL || !Number.isInteger(unit) || unit < 1) {
    throw new UnreadableOutput(row.number, "bad-row");
  }
  return { interface: `utun${unit - 1}`, pid: Number(pid) };
}
