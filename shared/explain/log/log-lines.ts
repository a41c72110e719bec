/** Longer lines are no message of any tool; what goes beyond is left out, so that a file of one line stays small in memory. */
const LONGEST_LINE = 65_536;

/**
 * The lines of a text that arrives in pieces, without their ends (`\n`, `\r\n` or `\r`). What follows the last line end
 * is a line if it is not empty. Holds one line at a time, of at most 65,536 characters.
 */
export async function* logLines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  for await (const piece of pieces) {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = shortened(lines.pop() ?? "");
    for (const line of lines) yield shortened(line);
  }
  // A carriage return at the very end of a piece waits for the line feed that may follow.
  if (rest !== "") yield rest.replace(/\r$/, "");
}

// The carriage return that may be half of a line end must not be lost.
function shortened(line: string): string {
  if (line.length <= LONGEST_LINE) return line;
  return line.slice(0, LONGEST_LINE) + (line.endsWith("\r") ? "\r" : "");
}
