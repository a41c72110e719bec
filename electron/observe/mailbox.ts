/** Holds at most one value for one reader: what comes while nobody reads is combined. */
export interface Mailbox<Value> {
  put(value: Value): void;
  /** The value that waits, else the next one; null once the signal aborts. */
  take(signal: AbortSignal): Promise<Value | null>;
}

/** A mailbox that makes one value of two by `combine(waiting, coming)`. */
export function mailbox<Value>(combine: (waiting: Value, coming: Value) => Value): Mailbox<Value> {
  let waiting: Value | null = null;
  let wake: (() => void) | null = null;
  return {
    put(value) {
      waiting = waiting === null ? value : combine(waiting, value);
      wake?.();
    },
    async take(signal) {
      if (waiting === null && !signal.aborted) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          signal.addEventListener("abort", wake);
        });
      }
      if (wake !== null) signal.removeEventListener("abort", wake);
      wake = null;
      if (signal.aborted) return null;
      const value = waiting;
      waiting = null;
      return value;
    },
  };
}
