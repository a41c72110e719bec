import type { Clock } from "../../../electron/observe/clock.ts";

/** The wall clock of a Mac: it goes on as real time does and jumps when the machine sleeps. */
export interface WorldClock extends Clock {
  /** Time goes on without anything happening, as in sleep; milliseconds. */
  jump(milliseconds: number): void;
}

/** The day of the story, a Saturday. */
const START = Date.UTC(2025, 6, 19, 13, 40, 9);

export function createWorldClock(): WorldClock {
  const begun = Date.now();
  let jumped = 0;
  return {
    now: () => START + (Date.now() - begun) + jumped,
    after(milliseconds, callback) {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
    jump: (milliseconds) => void (jumped += milliseconds),
  };
}
