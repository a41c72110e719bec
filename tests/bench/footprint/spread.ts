/** How some figures are spread. */
export interface Spread {
  readonly median: number;
  readonly p90: number;
}

/** The spread of figures of which there is at least one. */
export function spreadOf(figures: readonly number[]): Spread {
  const sorted = figures.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
  return { median: at(0.5), p90: at(0.9) };
}
