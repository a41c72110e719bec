import type { Clock } from "./clock.ts";

export interface DebounceTimes {
  /** Milliseconds without a further call after which the callback comes. */
  readonly quiet: number;
  /** Milliseconds after the first call at which it comes in any case. */
  readonly longest: number;
}

export interface Debounce {
  /** Something happened. */
  touch(): void;
  /** Forgets what happened; nothing is called any more. */
  stop(): void;
}

/**
 * Calls back once for a burst: when it has been quiet for a while, but not later than a longest wait, so that a
 * network that never settles is looked at, too (02-architecture, "Observing").
 */
export function debounce(callback: () => void, times: DebounceTimes, clock: Clock): Debounce {
  let cancelQuiet: (() => void) | null = null;
  let cancelLongest: (() => void) | null = null;
  const stop = () => {
    cancelQuiet?.();
    cancelLongest?.();
    cancelQuiet = null;
    cancelLongest = null;
  };
  const fire = () => {
    stop();
    callback();
  };
  return {
    stop,
    touch() {
      cancelQuiet?.();
      cancelQuiet = clock.after(times.quiet, fire);
      cancelLongest ??= clock.after(times.longest, fire);
    },
  };
}
