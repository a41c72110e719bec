import { median } from "../core/measure.ts";

/** Milliseconds until the first answer, and the most memory that one helper ever had, in MiB. */
export interface FirstAnswer {
  readonly median: number;
  readonly p95: number;
  readonly most: number;
  readonly memory: number;
}

/** What so many times say; `memory` in MiB. */
export function firstAnswerOf(times: readonly number[], memory: number): FirstAnswer {
  const sorted = times.toSorted((a, b) => a - b);
  const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
  return { median: median(sorted), p95, most: sorted.at(-1) ?? 0, memory };
}

/** The most memory that a process ever had, in MiB, from its /proc/PID/status. */
export function peakOf(status: string): number {
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  if (kibibytes === undefined) throw new Error("the process is gone");
  return Number(kibibytes) / 1024;
}
