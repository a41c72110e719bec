import type { Verdict } from "../../../shared/keep-alive/advance.ts";
import type { QuickObserver } from "../../observe/quick/quick-observer.ts";
import type { Alarm } from "./alarm.ts";

/** What is waited for besides the reports of the kernel. */
export type Waiting = Pick<Verdict, "lookAgainIn" | "waitsForTraffic">;
/** Waits for the next reason to look; gives the time of it, null at the end. See {@link Alarm.next}. */
export type NextNews = (waiting: Waiting) => Promise<number | null>;

/** Milliseconds between two readings of the counters: the measured silence is as exact as this. */
const COUNTER_INTERVAL = 4;

/** Waits by an alarm, and reads the counters meanwhile where traffic is waited for. */
export function untilNews(next: Alarm["next"], quick: Pick<QuickObserver, "received">): NextNews {
  return async ({ lookAgainIn, waitsForTraffic }) => {
    if (waitsForTraffic.size === 0) return next(lookAgainIn);
    const end = performance.now() + (lookAgainIn ?? Number.POSITIVE_INFINITY);
    for (;;) {
      const left = Math.min(COUNTER_INTERVAL, end - performance.now());
      const before = performance.now();
      const at = await next(Math.max(0, left));
      const isRing = at === null || at - before < left;
      if (isRing || performance.now() >= end) return at;
      const received = quick.received();
      if ([...waitsForTraffic].some(([name, count]) => (received.get(name) ?? 0) > count)) return at;
    }
  };
}
