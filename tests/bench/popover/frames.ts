/** How smoothly something moved. */
export interface FrameFigures {
  /** From the first frame to the last. */
  readonly seconds: number;
  /** Frames in one second: of all the seconds that begin with a frame, the middle one and the poorest. */
  readonly median: number;
  readonly slowestSecond: number;
  /** Milliseconds between two frames. */
  readonly longest: number;
  /** Frames that came more than two screen refreshes after the one before. */
  readonly late: number;
}

const SECOND = 1_000;
/** Two refreshes of a screen that has 60 in a second, in milliseconds. */
const TWO_REFRESHES = 33;
/** So far the time of a frame may be off: Chromium rounds it; milliseconds. */
const ROUNDING = 1;

/** What the times of frames, in milliseconds and in order, say. Throws when they take less than a second. */
export function frameFigures(times: readonly number[]): FrameFigures {
  const [first = 0] = times;
  const last = times.at(-1) ?? 0;
  const rates = times.filter((begin) => begin + SECOND <= last).map((begin) => framesWithin(times, begin));
  if (rates.length === 0) throw new Error("less than a second of frames");
  const sorted = rates.toSorted((a, b) => a - b);
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  return {
    seconds: (last - first) / SECOND,
    median: sorted[Math.floor(sorted.length / 2)] ?? 0,
    slowestSecond: sorted[0] ?? 0,
    longest: Math.max(...gaps),
    late: gaps.filter((gap) => gap > TWO_REFRESHES + ROUNDING).length,
  };
}

function framesWithin(times: readonly number[], begin: number): number {
  return times.filter((time) => time > begin && time <= begin + SECOND + ROUNDING).length;
}
