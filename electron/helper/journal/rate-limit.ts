import { HELPER_LIMITS } from "../../../shared/contract/helper-limits.ts";
import type { JournaledTransaction } from "./journaled-transaction.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How many changes a user may still make now; 0 means none. */
export interface Remaining {
  readonly minute: number;
  readonly hour: number;
}

/** What the rate limit leaves to a user, counted from the journal: applies and undos alike. Times in milliseconds since 1970. */
export function remainingChanges(transactions: readonly JournaledTransaction[], uid: number, now: number): Remaining {
  const times = transactions.flatMap(({ changes, begin }) =>
    // What keep-alive did it did by itself, within bounds of its own; undos of it count.
    (begin.by === "user" ? changes : changes.slice(1)).filter((change) => change.uid === uid).map(({ at }) => at),
  );
  // A time in the future counts as recent: turning the clock back must not lift the limit.
  const within = (span: number) => times.filter((at) => now - at < span).length;
  return {
    minute: Math.max(0, HELPER_LIMITS.changesPerMinute - within(MINUTE)),
    hour: Math.max(0, HELPER_LIMITS.changesPerHour - within(HOUR)),
  };
}
