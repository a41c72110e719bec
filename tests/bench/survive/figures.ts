import type { Combination } from "./combinations.ts";
import type { DownloadFigures } from "./measure-download.ts";
import type { IdleFigures } from "./idle.ts";
import type { Switched } from "./measure-switch.ts";

/** What was measured of one combination. */
export interface SurviveRow extends Combination {
  readonly off: readonly Switched[];
  readonly floor: readonly Switched[];
  readonly on: readonly Switched[];
}

/** All that the bench finds out. */
export interface SurviveFigures {
  readonly rows: readonly SurviveRow[];
  readonly download: DownloadFigures;
  readonly idle: IdleFigures;
}

/** How silences are spread, in milliseconds. A silence without an end is infinite. */
export interface Spread {
  readonly median: number;
  readonly p95: number;
  readonly most: number;
}

/** The spread of the silences of some switches. */
export function spreadOf(switched: readonly Switched[]): Spread {
  const sorted = switched.map(({ silence }) => silence ?? Number.POSITIVE_INFINITY).toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95), most: at(1) };
}
