import type { TimelineSummary } from "../../../shared/history/timeline.ts";

/** The entries of one day of this machine's time zone. */
export interface Day {
  /** `2026-3-1`, to tell days apart. */
  readonly day: string;
  readonly entries: readonly TimelineSummary[];
}

/** Entries by day, in the order in which they come. */
export function daysOf(entries: readonly TimelineSummary[]): Day[] {
  const days = new Map<string, TimelineSummary[]>();
  for (const entry of entries) {
    const at = new Date(entry.at);
    const day = `${at.getFullYear()}-${at.getMonth() + 1}-${at.getDate()}`;
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days].map(([day, ofDay]) => ({ day, entries: ofDay }));
}
