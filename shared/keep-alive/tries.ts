/** A client is tried for at most so often in so many milliseconds (02-architecture, "Keep-alive"). */
const MOST_TRIES = 5;
const WINDOW = 5 * 60_000;
/** Milliseconds to wait after the first, second, … try that was in vain. */
const PAUSES = [1_000, 3_000, 10_000, 30_000] as const;
/** Trouble that comes this long after the last try is new trouble, and not its failure. */
const FORGOTTEN_AFTER = 10_000;

/** The tries that still count at this moment. Times in milliseconds of one clock. */
export function countingTries(tries: readonly number[], now: number): number[] {
  return tries.filter((at) => now - at < WINDOW);
}

/** Whether one more try is allowed. */
export function mayTryAgain(tries: readonly number[], now: number): boolean {
  return countingTries(tries, now).length < MOST_TRIES;
}

/** The pause in milliseconds after a try that was in vain. */
export function pauseAfter(tries: readonly number[], now: number): number {
  const made = countingTries(tries, now).length;
  return PAUSES[Math.min(Math.max(made, 1), PAUSES.length) - 1] ?? 0;
}

/** The tries that count against new trouble of a client that was well. */
export function carriedOver(tries: readonly number[], now: number): readonly number[] {
  const last = tries.at(-1);
  return last !== undefined && now - last < FORGOTTEN_AFTER ? tries : [];
}
