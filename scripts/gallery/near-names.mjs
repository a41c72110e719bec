// @ts-check

/** So many are offered. */
const offered = 5;

/**
 * The names that somebody may have meant, the nearest first: those that contain what was written, or begin nearly so.
 *
 * @param {string} written
 * @param {readonly string[]} names
 * @returns {string[]} five at most; none when nothing is near
 */
export function nearNames(written, names) {
  const farthest = Math.ceil(written.length / 3);
  return names
    .map((name) => ({ name, distance: name.includes(written) ? 0 : distanceToBeginning(written, name) }))
    .filter(({ distance }) => distance <= farthest)
    .toSorted((a, b) => a.distance - b.distance || a.name.length - b.name.length)
    .slice(0, offered)
    .map(({ name }) => name);
}

/**
 * How many letters must be added, removed or changed to make of a word the beginning of a name (Levenshtein).
 *
 * @param {string} word
 * @param {string} name
 */
function distanceToBeginning(word, name) {
  // One number for each beginning of the name: how far it is from as much of the word as has been read.
  let row = Array.from({ length: name.length + 1 }, (_, length) => length);
  for (const [index, letter] of [...word].entries()) {
    const next = [index + 1];
    for (const [place, other] of [...name].entries()) {
      const [above = 0, before = 0, left = 0] = [row[place + 1], row[place], next[place]];
      next.push(Math.min(above + 1, left + 1, before + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return Math.min(...row);
}
