/** For so many milliseconds answers must come without a hole before it counts as quiet again. */
const QUIET_MS = 300;
/** A hole is longer than this: several answers in a row are missing. */
const HOLE_MS = 100;

/**
 * The longest time without an answer from the last one before `since` on: the answers are times in order, in
 * milliseconds.
 */
export function longestSilence(answers: readonly number[], since: number): number {
  const first = answers.findLastIndex((at) => at < since);
  const relevant = answers.slice(Math.max(0, first));
  const gaps = relevant.slice(1).map((at, index) => at - (relevant[index] ?? at));
  return Math.max(0, ...gaps);
}

/** Whether answers have come without a hole for a while, all of them after `since`, and still do. */
export function isQuietAgain(answers: readonly number[], since: number, now: number): boolean {
  const last = answers.at(-1);
  if (last === undefined || now - last > HOLE_MS) return false;
  const start = Math.max(since, now - QUIET_MS);
  const relevant = answers.filter((at) => at >= start);
  const [first] = relevant;
  if (first === undefined || last - first < QUIET_MS - HOLE_MS) return false;
  return now - since >= QUIET_MS && longestSilence(relevant, first) <= HOLE_MS;
}
