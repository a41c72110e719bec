import type { ThreadCounters } from "./proc-figures.ts";

/** What some threads did in a time. */
export interface Activity extends ThreadCounters {
  /** Threads that were not there at the beginning. */
  readonly newThreads: number;
}

/** Adds up what threads do, also those that come or go while it is looked at. */
export interface ActivityLog {
  /** Notes how they stand now; a thread that ends between two notes loses what it did since the last. */
  note(now: ReadonlyMap<string, ThreadCounters>): void;
  /** From the first note to the last. */
  total(): Activity;
}

/** Begins with how the threads stand. */
export function activitySince(begin: ReadonlyMap<string, ThreadCounters>): ActivityLog {
  const latest = new Map(begin);
  return {
    note: (now) => now.forEach((counters, thread) => latest.set(thread, counters)),
    total() {
      const done = [...latest].map(([thread, { processor, wakeUps }]) => ({
        processor: processor - (begin.get(thread)?.processor ?? 0),
        wakeUps: wakeUps - (begin.get(thread)?.wakeUps ?? 0),
      }));
      return {
        processor: done.reduce((sum, one) => sum + one.processor, 0),
        wakeUps: done.reduce((sum, one) => sum + one.wakeUps, 0),
        newThreads: latest.size - begin.size,
      };
    },
  };
}
