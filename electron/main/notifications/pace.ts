import type { Notice } from "./notice.ts";

/** Notices that come again and again where a network flaps. */
type Recurring = "network-changed" | "back";

/** When the last of each was shown, in milliseconds since 1970; null before the first. */
export type LastShown = Readonly<Record<Recurring, number | null>>;

export const NEVER_SHOWN: LastShown = { "network-changed": null, back: null };

/** So many milliseconds after one was shown a further one is left out. */
const PAUSES: Readonly<Record<Recurring, number>> = { "network-changed": 60_000, back: 30_000 };

/** Whether it comes so soon after the last of its like that it would be one of a stream. What matters is never too soon. */
export function isTooSoon(notice: Notice, at: number, last: LastShown): boolean {
  const recurring = recurringOf(notice);
  const before = recurring === null ? null : last[recurring];
  if (recurring === null || before === null) return false;
  // A clock that was set back would otherwise silence them until it is as late again.
  return Math.abs(at - before) < PAUSES[recurring];
}

/** What was shown last when this one is shown, too. */
export function afterShowing(notice: Notice, at: number, last: LastShown): LastShown {
  const recurring = recurringOf(notice);
  return recurring === null ? last : { ...last, [recurring]: at };
}

function recurringOf({ kind }: Notice): Recurring | null {
  if (kind === "kept-alive-back") return "back";
  return kind === "network-changed" || kind === "network-changed-kept" ? "network-changed" : null;
}
