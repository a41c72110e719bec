import type { Handlers } from "../../../shared/contract/ipc.ts";
import { withoutEchoes } from "../../../shared/history/merge-timelines.ts";
import { summaryOf } from "../../../shared/history/timeline.ts";
import type { TimelineStore } from "./timeline-store.ts";

/** Answers what the popover asks about the timeline. */
export function timelineHandlers(
  timeline: Pick<TimelineStore, "getState">,
): Pick<Handlers, "timeline" | "timelineEntry"> {
  return {
    timeline: async () => {
      const entries = withoutEchoes(timeline.getState().entries);
      return { ok: true, value: { entries: entries.toReversed().map(summaryOf) } };
    },
    timelineEntry: async ({ id }) => {
      const entry = timeline.getState().entries.find((one) => one.id === id);
      return { ok: true, value: entry ?? null };
    },
  };
}
