/** Rows that a page key leaps over. */
const PAGE = 10;

/**
 * The row that a key leads to from the row `index` of `count`, counted from 0; null when the key leads nowhere. Whoever
 * works by keyboard walks through a list by these and leaves it by one Tab, however long it is.
 */
export function rowAfter(key: string, index: number, count: number): number | null {
  const target = targetOf(key, index, count);
  if (target === null) return null;
  const within = Math.max(0, Math.min(target, count - 1));
  return within === index ? null : within;
}

function targetOf(key: string, index: number, count: number): number | null {
  switch (key) {
    case "ArrowDown":
      return index + 1;
    case "ArrowUp":
      return index - 1;
    case "PageDown":
      return index + PAGE;
    case "PageUp":
      return index - PAGE;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
