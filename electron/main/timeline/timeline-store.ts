import { createStore } from "zustand/vanilla";
import type { StoreApi } from "zustand/vanilla";
import type { Timeline } from "../../../shared/history/timeline.ts";

/** What happened on this machine, the oldest first. Beside the model, because the popover asks for it and is not sent it. */
export type TimelineStore = StoreApi<{ readonly entries: Timeline }>;

/** A timeline that begins with what was kept of earlier runs. */
export function createTimelineStore(entries: Timeline = []): TimelineStore {
  return createStore<{ readonly entries: Timeline }>(() => ({ entries }));
}
