/** How some times are spread, in milliseconds. */
export interface Spread {
  readonly median: number;
  readonly p95: number;
  readonly most: number;
}

/** The spread of times of which there is at least one. */
export function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95), most: at(1) };
}
