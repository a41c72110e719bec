import type { Outcome } from "../contract/view-state.ts";
import { repairPhrases } from "../explain/repair-label.ts";
import { NO_DIFFERENCE } from "./difference.ts";
import type { TimelineEntry, TimelineEvent } from "./timeline.ts";

/**
 * Entry of how a repair or undo ended; null for a look that failed, which changed nothing. What it changed on the machine
 * is seen by the next look and noted there.
 */
export function noteOutcome(
  outcome: Outcome,
  { id, at, state }: Pick<TimelineEntry, "id" | "at" | "state">,
): TimelineEntry | null {
  const event = eventOf(outcome);
  return event === null ? null : { id, at, state, events: [event], moreEvents: 0, difference: NO_DIFFERENCE };
}

function eventOf(outcome: Outcome): TimelineEvent | null {
  switch (outcome.kind) {
    case "applied": {
      const { done, failed, verdict } = outcome;
      return {
        kind: "repaired",
        phrases: repairPhrases(done.map(({ planned }) => planned.step)),
        failed: failed.length,
        verdict,
      };
    }
    case "undone":
      return { kind: "undone", restored: outcome.restored, skipped: outcome.skipped.length };
    case "failed":
      return outcome.during === "look" ? null : { kind: "repair-failed", during: outcome.during, error: outcome.error };
  }
}
