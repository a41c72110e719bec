import { EMPTY_LOG, readLine } from "../explain/log/log-reader.ts";
import type { LogLine } from "../explain/log/log-line.ts";
import { redactLine, redactLines } from "./lines.ts";
import type { Pseudonyms } from "./pseudonyms.ts";

/** Stands for a line of a log whose message is not known. */
const LINE_LEFT_OUT = "[line left out]";

/**
 * A client's log: messages of the catalogue keep their words, and what they name is replaced. A message that nobody knows
 * can hold anything, a password as well: of those only that there was one is left.
 */
export function redactLog(text: string, pseudonyms: Pseudonyms): string {
  let state = EMPTY_LOG;
  return redactLines(text, (raw) => {
    const read = readLine(state, raw);
    state = read.state;
    return redactMessage(read.line, pseudonyms);
  });
}

function redactMessage(line: LogLine, pseudonyms: Pseudonyms): string {
  if (line.role === "blank") return "";
  if (line.messageId === null) {
    pseudonyms.leftOut();
    return LINE_LEFT_OUT;
  }
  return redactLine(line.text, pseudonyms, "prose");
}
