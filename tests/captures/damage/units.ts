/**
 * The smallest parts of an output that say something by themselves: the elements of a JSON list, the blocks of `ifconfig`
 * (a line and the indented ones below it), the lines of anything else.
 */
export function unitsOf(text: string): string[] {
  const list = jsonList(text);
  if (list !== null) return list.map((element) => JSON.stringify(element));
  return isIfconfig(text) ? blocksOf(text) : text.split("\n");
}

/** The elements, when the text is a JSON list; null otherwise. */
export function jsonList(text: string): unknown[] | null {
  if (!text.startsWith("[")) return null;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Whether the text looks like the output of `ifconfig`. */
function isIfconfig(text: string): boolean {
  return /^\S+: flags=/m.test(text);
}

/** The text cut before every line that is not indented. */
export function blocksOf(text: string): string[] {
  return text.split(/\n(?=\S)/);
}
