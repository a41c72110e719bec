import type { Clock } from "./clock.ts";

/**
 * How often to look without being told: slowly, fast while something recovers, not at all while the machine sleeps, and when
 * all is quiet each other minute, but only if a glimpse says that something has changed.
 */
export type Pace = "quiet" | "slow" | "fast" | "paused";

/** Milliseconds between two polls. */
const POLL_TIMES: Readonly<Record<Exclude<Pace, "paused">, number>> = {
  quiet: 120_000,
  slow: 30_000,
  fast: 1_000,
};

export interface Poll {
  setPace(pace: Pace): void;
  stop(): void;
}

/** Calls back at the pace that is set, with that pace, for the first time after one full interval; starts slow. */
export function startPoll(callback: (pace: Pace) => void, clock: Clock, initial: Pace = "slow"): Poll {
  let cancel: (() => void) | null = null;
  const setPace = (pace: Pace) => {
    cancel?.();
    cancel = null;
    if (pace !== "paused") cancel = clock.after(POLL_TIMES[pace], () => tick(pace));
  };
  const tick = (pace: Pace) => {
    setPace(pace);
    callback(pace);
  };
  setPace(initial);
  return { setPace, stop: () => cancel?.() };
}
