import { mergeTimelines } from "../../../shared/history/merge-timelines.ts";
import { noteOutcome } from "../../../shared/history/note-outcome.ts";
import type { TimelineEntry } from "../../../shared/history/timeline.ts";
import type { ModelStore } from "../model.ts";
import type { TimelineStore } from "./timeline-store.ts";

/**
 * Notes how repairs ended, and what `add`, which is given back, is given: what each look found changed; null when
 * nothing did. `nextId` gives the id of each new entry.
 */
export function noteTimeline(
  model: ModelStore,
  timeline: TimelineStore,
  nextId: () => string,
): (entry: TimelineEntry | null) => void {
  const add = (entry: TimelineEntry | null) => {
    if (entry !== null) timeline.setState(({ entries }) => ({ entries: mergeTimelines(entries, [entry]) }));
  };
  model.subscribe(({ outcome, observation }, before) => {
    if (outcome === null || outcome === before.outcome || observation === null) return;
    const { state } = observation.assessment;
    add(noteOutcome(outcome, { id: nextId(), at: new Date().toISOString(), state: { before: state, after: state } }));
  });
  return add;
}
