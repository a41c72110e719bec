import type { Phases } from "./phases.ts";
import type { HelperTimes } from "./ways.ts";

/** How some times are spread, in milliseconds. */
export interface Spread {
  readonly least: number;
  readonly median: number;
  readonly most: number;
}

/** What the removal of so many stale routes took, out of a table with as many routes in every case. */
export interface CleanFigures {
  readonly stale: number;
  readonly helper: Readonly<Record<keyof HelperTimes, Spread>>;
  readonly phases: Readonly<Record<keyof Phases, number>>;
  readonly batch: Spread;
  readonly loop: Spread;
}

/** The spread of times of which there is at least one. */
export function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (place: number) => sorted[place] ?? Number.NaN;
  return { least: at(0), median: at(Math.floor(sorted.length / 2)), most: at(sorted.length - 1) };
}

/** The spread of each part of some measurements that have the same parts. */
export function spreadsOf<Part extends string>(times: readonly Readonly<Record<Part, number>>[]): Record<Part, Spread> {
  const parts = Object.keys(times[0] ?? {}) as Part[];
  const spreads = parts.map((part) => [part, spreadOf(times.map((time) => time[part]))] as const);
  return Object.fromEntries(spreads) as Record<Part, Spread>;
}

/** The median of each part. */
export function mediansOf<Part extends string>(times: readonly Readonly<Record<Part, number>>[]): Record<Part, number> {
  const medians = Object.entries<Spread>(spreadsOf(times)).map(([part, { median }]) => [part, median] as const);
  return Object.fromEntries(medians) as Record<Part, number>;
}
