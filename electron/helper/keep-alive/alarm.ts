/** Waits for something to happen: a ring, a time, or the end. */
export interface Alarm {
  ring(): void;
  /**
   * Resolves at the first ring that was not waited for yet, or after so many milliseconds (null: never), with the time of
   * the ring, or of the end of waiting; null when the signal aborts.
   */
  next(milliseconds: number | null): Promise<number | null>;
}

/** An alarm by the clock of `performance.now()`; rings that come while nobody waits are one, the first. */
export function createAlarm(end: AbortSignal): Alarm {
  let rungAt: number | null = null;
  let wake: (() => void) | null = null;
  end.addEventListener("abort", () => wake?.(), { once: true });
  return {
    ring() {
      rungAt ??= performance.now();
      wake?.();
    },
    async next(milliseconds) {
      if (rungAt === null && !end.aborted) {
        await new Promise<void>((resolve) => {
          const timer = milliseconds === null ? null : setTimeout(resolve, milliseconds);
          wake = () => {
            if (timer !== null) clearTimeout(timer);
            resolve();
          };
        });
        wake = null;
      }
      if (end.aborted) return null;
      const at = rungAt ?? performance.now();
      rungAt = null;
      return at;
    },
  };
}
