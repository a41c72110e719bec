/** How long ago something was, in the words of a clock: how many of which unit, and when that changes. */
export interface Ago {
  readonly unit: "now" | "second" | "minute" | "hour" | "day";
  readonly count: number;
  /** Milliseconds until other words are right. */
  readonly next: number;
}

const SECOND = 1000;
const UNITS = [
  { unit: "day", size: 86_400 * SECOND, step: 1 },
  { unit: "hour", size: 3600 * SECOND, step: 1 },
  { unit: "minute", size: 60 * SECOND, step: 1 },
  // Nobody reads single seconds, and each change would draw the eye.
  { unit: "second", size: SECOND, step: 10 },
] as const;

/** Below this it is now. */
const NOW = 10 * SECOND;

/** The words for something that is `milliseconds` ago, which is not negative. */
export function agoParts(milliseconds: number): Ago {
  const found = UNITS.find(({ size }) => milliseconds >= size);
  if (found === undefined || milliseconds < NOW) return { unit: "now", count: 0, next: NOW - milliseconds };
  const stride = found.size * found.step;
  const count = Math.floor(milliseconds / stride) * found.step;
  return { unit: found.unit, count, next: stride - (milliseconds % stride) };
}
