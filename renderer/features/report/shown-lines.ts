/** Characters of a line that are drawn in one row: iproute2 prints a whole table in one line. */
const LONGEST_ROW = 160;

/** A text in rows of bounded length, as it is drawn; nothing of it is left out. */
export function shownLines(text: string): string[] {
  const lines = text.replace(/\n$/, "").split("\n");
  return lines.flatMap((line) => (line.length <= LONGEST_ROW ? [line] : piecesOf(line)));
}

function piecesOf(line: string): string[] {
  return Array.from({ length: Math.ceil(line.length / LONGEST_ROW) }, (_, index) =>
    line.slice(index * LONGEST_ROW, (index + 1) * LONGEST_ROW),
  );
}
