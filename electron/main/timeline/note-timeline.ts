import { factsOf } from "../../../shared/health/facts.ts";
import { mergeTimelines } from "../../../shared/history/merge-timelines.ts";
import { noteLook } from "../../../shared/history/note-look.ts";
import type { NotedLook } from "../../../shared/history/note-look.ts";
import { noteOutcome } from "../../../shared/history/note-outcome.ts";
import type { TimelineEntry } from "../../../shared/history/timeline.ts";
import type { Model, ModelStore } from "../model.ts";
import type { TimelineStore } from "./timeline-store.ts";

/** Notes what each look found changed, and how repairs ended. */
export interface TimelineNotes {
  /** To be called when the model holds a new look, with the model before it. */
  onLook(before: Model, woke: boolean): void;
}

/** `nextId` gives the id of each new entry. */
export function noteTimeline(model: ModelStore, timeline: TimelineStore, nextId: () => string): TimelineNotes {
  const add = (entry: TimelineEntry | null) => {
    if (entry !== null) timeline.setState(({ entries }) => ({ entries: mergeTimelines(entries, [entry]) }));
  };
  model.subscribe(({ outcome, observation }, before) => {
    if (outcome === null || outcome === before.outcome || observation === null) return;
    const { state } = observation.assessment;
    add(noteOutcome(outcome, { id: nextId(), at: new Date().toISOString(), state: { before: state, after: state } }));
  });
  return {
    onLook(before, woke) {
      const { observation } = model.getState();
      const now = lookOf(model.getState());
      if (observation === null || now === null) return;
      add(noteLook(lookOf(before), now, { id: nextId(), at: observation.at, woke }));
    },
  };
}

function lookOf({ observation, history }: Model): NotedLook | null {
  if (observation === null) return null;
  return { facts: factsOf(observation.snapshot, history), assessment: observation.assessment };
}
