// @ts-check

/**
 * What a text looks like: its literal pieces; between two of them stands something that is known only at run time.
 * A text that is known in full is one piece.
 *
 * @typedef {readonly string[]} Pattern
 */

/** @type {Pattern} */
export const anything = ["", ""];

/**
 * @param {Pattern} left
 * @param {Pattern} right
 * @returns {Pattern} the one followed by the other
 */
export const joined = (left, right) => [
  ...left.slice(0, -1),
  `${left.at(-1) ?? ""}${right[0] ?? ""}`,
  ...right.slice(1),
];

/**
 * @param {Pattern} pattern
 * @returns {string} for people, with a star for what is not known
 */
export const shown = (pattern) => pattern.join("*");

/**
 * Whether a text is of a pattern, with fills that are possible. A fill is never empty.
 *
 * @param {Pattern} pattern
 * @param {string} text
 * @param {(fill: string) => boolean} isPossible
 * @returns {boolean}
 */
export function fits([first = "", ...others], text, isPossible) {
  if (!text.startsWith(first)) return false;
  const rest = text.slice(first.length);
  const [next, ...after] = others;
  if (next === undefined) return rest === "";
  if (after.length === 0) return endsAfterFill(rest, next, isPossible);
  for (let end = rest.indexOf(next, 1); end > 0 && end < rest.length; end = rest.indexOf(next, end + 1)) {
    if (isPossible(rest.slice(0, end)) && fits(others, rest.slice(end), isPossible)) return true;
  }
  return false;
}

/**
 * @param {string} text
 * @param {string} end
 * @param {(fill: string) => boolean} isPossible
 */
const endsAfterFill = (text, end, isPossible) =>
  text.length > end.length && text.endsWith(end) && isPossible(text.slice(0, text.length - end.length));
