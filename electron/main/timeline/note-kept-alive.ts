import { NO_DIFFERENCE } from "../../../shared/history/difference.ts";
import type { KeptAliveEvent, TimelineEntry } from "../../../shared/history/timeline.ts";
import { shownAssessment } from "../model.ts";
import type { ModelStore } from "../model.ts";

/** Gives to `add` the entry of each trouble that keep-alive saw end. `nextId` gives its id. */
export function noteKeptAlive(
  model: ModelStore,
  add: (entry: TimelineEntry) => void,
  nextId: () => string,
): (event: KeptAliveEvent) => void {
  return (event) => {
    // What it changed on the machine is seen by the next look and noted there.
    const state = shownAssessment(model.getState())?.state ?? "unknown";
    const at = new Date().toISOString();
    add({
      id: nextId(),
      at,
      state: { before: state, after: state },
      events: [event],
      moreEvents: 0,
      difference: NO_DIFFERENCE,
    });
  };
}
