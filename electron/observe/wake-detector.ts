import type { Clock } from "./clock.ts";

/** Milliseconds between two looks at the clock: few, since each wakes a processor that could rest. */
const INTERVAL = 120_000;
/** A look that comes this much later than planned, by the wall clock, means that the machine slept. */
const SLACK = 10_000;

/** Looks at the clock now and then. */
export interface WakeDetector {
  /** Looks now as well, and tells whether it called back: after a sleep a network mostly reports something before the next look. */
  look(): boolean;
  stop(): void;
}

/**
 * Calls back when the wall clock jumped forward, which is how sleep looks from inside on any system; a clock that was
 * set forward looks the same, and one more look does no harm.
 */
export function detectWake(callback: () => void, clock: Clock): WakeDetector {
  let planned = 0;
  let cancel = () => {};
  const hasSlept = () => clock.now() - planned >= SLACK;
  const plan = () => {
    cancel();
    planned = clock.now() + INTERVAL;
    cancel = clock.after(INTERVAL, tick);
  };
  const tick = () => {
    const slept = hasSlept();
    plan();
    if (slept) callback();
  };
  plan();
  return {
    look() {
      const slept = hasSlept();
      if (slept) tick();
      return slept;
    },
    stop: () => cancel(),
  };
}
