import type { Clock } from "../../../electron/observe/clock.ts";

/**
 * The wall clock of a Mac. It does not go by the machine that the tests run on, which may be busy: each look at it is a
 * millisecond later than the one before, and all other time passes by jumps. Timers are real.
 */
export interface WorldClock extends Clock {
  /** So much time passes, in milliseconds; nothing happens meanwhile, as in sleep. */
  jump(milliseconds: number): void;
}

/** The day of the story, a Saturday. */
const START = Date.UTC(2025, 6, 19, 13, 40, 9);

export function createWorldClock(): WorldClock {
  let now = START;
  return {
    now: () => now++,
    after(milliseconds, callback) {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
    jump: (milliseconds) => void (now += milliseconds),
  };
}
