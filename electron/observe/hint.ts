/**
 * Why it is worth to look again: the system reported a change, the time for a poll came, the machine was asleep, the
 * monitor had to be started again (so that something may have been missed), or somebody asked.
 */
export type HintReason = "changed" | "polled" | "woke" | "monitor-restarted" | "asked";

/** "Look again." Never what has changed: only a capture can tell. */
export interface Hint {
  readonly reason: HintReason;
}

const BY_WEIGHT: readonly HintReason[] = ["polled", "monitor-restarted", "asked", "changed", "woke"];

/** One hint for two: the weightier reason. */
export function combineHints(one: Hint, other: Hint): Hint {
  return BY_WEIGHT.indexOf(other.reason) > BY_WEIGHT.indexOf(one.reason) ? other : one;
}
