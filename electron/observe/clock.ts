/** Time, so that tests can bring their own. */
export interface Clock {
  /** Wall-clock time in milliseconds since 1970; jumps when the machine slept or the clock was set. */
  now(): number;
  /** Calls back once after so many milliseconds; the function that is given back cancels it. */
  after(milliseconds: number, callback: () => void): () => void;
}

/** The machine's own. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};
