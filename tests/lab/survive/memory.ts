import type { Weight } from "./chronicle.ts";

/** The memory of one helper at two times of its life. Medians, kilobytes. */
export interface Growth {
  readonly samples: number;
  readonly earlyKb: number;
  readonly lateKb: number;
}

/** The helper that was weighed most often: its second quarter of life (the first is for compiling) beside its last. */
export function growthOf(weights: readonly Weight[]): Growth {
  const pids = [...new Set(weights.map(({ pid }) => pid))];
  const lives = pids.map((pid) => weights.filter((one) => one.pid === pid).map(({ residentKb }) => residentKb));
  const longest = lives.toSorted((a, b) => b.length - a.length)[0] ?? [];
  const quarter = Math.max(1, Math.floor(longest.length / 4));
  return {
    samples: longest.length,
    earlyKb: medianOf(longest.slice(quarter, 2 * quarter)),
    lateKb: medianOf(longest.slice(-quarter)),
  };
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
