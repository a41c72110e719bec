/** Which gaps between words may grow and shrink: those of a table all, those of a text where it was aligned by blanks. */
export type Alignment = "table" | "text";

const SMALLEST_ALIGNED: Readonly<Record<Alignment, number>> = { table: 1, text: 2 };

/**
 * Replaces the words of a line so that those which follow stand where they stood, as far as a blank stays between them:
 * some readers go by columns. `replace` is given each word (no blanks inside) with its number.
 */
export function replaceWords(
  line: string,
  alignment: Alignment,
  replace: (word: string, index: number) => string,
): string {
  const smallest = SMALLEST_ALIGNED[alignment];
  let result = "";
  let longer = 0;
  let index = 0;
  for (const [piece] of line.matchAll(/\s+|\S+/g)) {
    if (!/^\s/.test(piece)) {
      const replaced = replace(piece, index++);
      result += replaced;
      longer += replaced.length - piece.length;
    } else if (longer === 0 || result === "" || piece.length < smallest || /[^ ]/.test(piece)) {
      result += piece;
    } else {
      const width = Math.max(1, piece.length - longer);
      result += " ".repeat(width);
      longer -= piece.length - width;
    }
  }
  return result;
}
