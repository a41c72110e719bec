import type { LogLine } from "./log-line.ts";
import { EMPTY_LOG, readLine, verdictSoFar } from "./log-reader.ts";
import type { LogState } from "./log-reader.ts";
import type { LogVerdict } from "./verdict/verdict.ts";

/** A log, line by line and as a whole. */
export interface LogExplanation {
  readonly lines: readonly LogLine[];
  readonly verdict: LogVerdict;
}

/**
 * Explains a client's log: openconnect in English, Chinese or both, with what its script's tools printed in between.
 * Takes the whole text, or its lines without line ends. Any text is accepted; what is not known is said to be unknown.
 */
export function explainLog(log: string | Iterable<string>): LogExplanation {
  const lines: LogLine[] = [];
  let state: LogState = EMPTY_LOG;
  for (const raw of typeof log === "string" ? linesOf(log) : log) {
    const read = readLine(state, raw);
    state = read.state;
    lines.push(read.line);
  }
  return { lines, verdict: verdictSoFar(state) };
}

/** Lines of a text; a line end at the end of the text begins no further line. */
function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === "") lines.pop();
  return lines;
}
