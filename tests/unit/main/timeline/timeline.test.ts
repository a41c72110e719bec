import { describe, expect, it } from "vitest";
import { createModel } from "../../../../electron/main/model.ts";
import { noteTimeline } from "../../../../electron/main/timeline/note-timeline.ts";
import { timelineHandlers } from "../../../../electron/main/timeline/timeline-handlers.ts";
import { createTimelineStore } from "../../../../electron/main/timeline/timeline-store.ts";
import { judged, modelAfter, recordedSnapshot } from "../../../support/judged.ts";
import { entryAt } from "../../../support/timeline-entries.ts";

function appWithTimeline() {
  const model = createModel(modelAfter(recordedSnapshot("05-third-state-stale-pin")));
  const timeline = createTimelineStore();
  let count = 0;
  const add = noteTimeline(model, timeline, () => `app-${(count += 1)}`);
  model.setState({ observation: judged(recordedSnapshot("05-third-state-stale-pin")) });
  return { model, timeline, add };
}

describe("the app's timeline", () => {
  it("holds what looks found changed, and nothing for looks that found nothing", () => {
    const { timeline, add } = appWithTimeline();
    add(entryAt(0));
    add(null);
    expect(timeline.getState().entries).toEqual([entryAt(0)]);
  });

  it("holds each outcome of a repair or undo once, and no look that failed", () => {
    const { model, timeline } = appWithTimeline();
    model.setState({ outcome: { kind: "undone", restored: 1, skipped: [] } });
    model.setState({ activity: "repairing" });
    model.setState({ outcome: null });
    const error = { code: "internal", args: {} };
    model.setState({ outcome: { kind: "failed", during: "look", error, undoable: null } });
    model.setState({ outcome: { kind: "failed", during: "repair", error, undoable: null } });
    expect(timeline.getState().entries.map(({ events, state }) => [events[0]?.kind, state.after])).toEqual([
      ["undone", "residue"],
      ["repair-failed", "residue"],
    ]);
  });
});

describe("what the popover asks about it", () => {
  it("is answered with the newest first, without differences, and each moment once", async () => {
    const { timelineEntry, timeline } = timelineHandlers(
      createTimelineStore([entryAt(0), entryAt(1, { id: "watch-1" }), entryAt(60)]),
    );
    const { difference, ...summary } = entryAt(60);
    const answer = await timeline(null);
    expect(answer.ok && answer.value.entries.map(({ id }) => id)).toEqual(["writer-60", "writer-0"]);
    expect(answer.ok && answer.value.entries[0]).toEqual(summary);
    expect(await timelineEntry({ id: "writer-60" })).toEqual({ ok: true, value: { ...summary, difference } });
    expect(await timelineEntry({ id: "gone-1" })).toEqual({ ok: true, value: null });
  });
});
