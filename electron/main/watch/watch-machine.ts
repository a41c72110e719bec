import type { History } from "../../../shared/history/history.ts";
import type { TimelineEntry } from "../../../shared/history/timeline.ts";
import type { ModelStore } from "../model.ts";
import type { ThreadedLookout } from "./lookout-client.ts";
import type { Seen } from "./lookout.ts";

/** What a watch works with. */
export interface WatchParts {
  readonly model: ModelStore;
  /** Starts the lookout that tells what it sees. */
  start(onSeen: (seen: Seen) => void): ThreadedLookout;
  /** Is given what each look found changed, when the model holds it. */
  onEntry(entry: TimelineEntry | null): void;
}

/** Keeps the model's observation up to date by what a lookout sees, until it is stopped. */
export function watchMachine({ model, start, onEntry }: WatchParts): Omit<ThreadedLookout, "learn"> {
  let told: History = model.getState().history;
  const lookout = start(({ observation, history, entry }) => {
    told = history;
    model.setState({ observation, history });
    onEntry(entry);
  });
  model.subscribe(({ history }) => {
    if (history === told) return;
    told = history;
    lookout.learn(history);
  });
  return lookout;
}
