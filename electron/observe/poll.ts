import type { Clock } from "./clock.ts";

/** How often to look without being told: slowly, fast while something recovers, not at all while the machine sleeps. */
export type Pace = "slow" | "fast" | "paused";

/** Milliseconds between two polls. */
const POLL_TIMES: Readonly<Record<Exclude<Pace, "paused">, number>> = { slow: 30_000, fast: 1_000 };

export interface Poll {
  setPace(pace: Pace): void;
  stop(): void;
}

/** Calls back at the pace that is set, for the first time after one full interval; starts slow. */
export function startPoll(callback: () => void, clock: Clock, initial: Pace = "slow"): Poll {
  let cancel: (() => void) | null = null;
  const setPace = (pace: Pace) => {
    cancel?.();
    cancel = null;
    if (pace !== "paused") cancel = clock.after(POLL_TIMES[pace], () => tick(pace));
  };
  const tick = (pace: Pace) => {
    setPace(pace);
    callback();
  };
  setPace(initial);
  return { setPace, stop: () => cancel?.() };
}
