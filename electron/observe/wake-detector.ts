import type { Clock } from "./clock.ts";

/** Milliseconds between two looks at the clock. */
const INTERVAL = 5_000;
/** A look that comes this much later than planned, by the wall clock, means that the machine slept. */
const SLACK = 10_000;

/**
 * Calls back when the wall clock jumped forward, which is how sleep looks from inside on any system; a clock that was
 * set forward looks the same, and one more look does no harm. Gives back the function that ends it.
 */
export function detectWake(callback: () => void, clock: Clock): () => void {
  let planned = clock.now() + INTERVAL;
  const look = () => {
    const late = clock.now() - planned;
    planned = clock.now() + INTERVAL;
    cancel = clock.after(INTERVAL, look);
    if (late >= SLACK) callback();
  };
  let cancel = clock.after(INTERVAL, look);
  return () => cancel();
}
