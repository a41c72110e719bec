import { describe, expect, it } from "vitest";
import { keepMemory } from "../../../electron/main/keep-memory.ts";
import { createModel } from "../../../electron/main/model.ts";
import { createTimelineStore } from "../../../electron/main/timeline/timeline-store.ts";
import type { Memory } from "../../../electron/observe/kept/memory.ts";
import { EMPTY_HISTORY } from "../../../shared/history/history.ts";
import type { History } from "../../../shared/history/history.ts";
import { mergeHistories } from "../../../shared/history/merge-histories.ts";
import { mergeTimelines } from "../../../shared/history/merge-timelines.ts";
import type { Timeline } from "../../../shared/history/timeline.ts";
import { modelAfter, recordedSnapshot } from "../../support/judged.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { historyOfCafe } from "../../support/known-history.ts";
import { entryAt } from "../../support/timeline-entries.ts";

/** An app whose memory is on a disk that others write to. */
function app(disk: { history: History; entries: Timeline }) {
  const writes = { history: 0, timeline: 0 };
  const memory: Memory = {
    history: {
      read: () => disk.history,
      keep(base, mine) {
        writes.history += 1;
        return (disk.history = mergeHistories(base, mine, disk.history));
      },
    },
    timeline: {
      read: () => disk.entries,
      keep(entries) {
        writes.timeline += 1;
        return (disk.entries = mergeTimelines(disk.entries, entries));
      },
    },
  };
  const model = createModel({
    ...modelAfter(recordedSnapshot("02-seed-after-switch-clean")),
    history: disk.history,
  });
  const timeline = createTimelineStore(disk.entries);
  const clock = new FakeClock();
  return { model, timeline, clock, writes, keeper: keepMemory(model, timeline, memory, clock) };
}

describe("the app's memory", () => {
  it("is kept three seconds after a change, however many there were", () => {
    const disk = { history: EMPTY_HISTORY, entries: [] };
    const { model, timeline, clock, writes } = app(disk);
    model.setState({ history: { ...EMPTY_HISTORY, servers: ["192.0.2.1"] } });
    model.setState({ history: historyOfCafe });
    timeline.setState({ entries: [entryAt(0)] });
    timeline.setState({ entries: [entryAt(0), entryAt(1)] });
    clock.advance(2_900);
    expect(writes).toEqual({ history: 0, timeline: 0 });
    clock.advance(200);
    expect(writes).toEqual({ history: 1, timeline: 1 });
    expect(disk).toEqual({ history: historyOfCafe, entries: [entryAt(0), entryAt(1)] });
  });

  it("is not kept when nothing has changed", () => {
    const { model, clock, writes } = app({ history: historyOfCafe, entries: [entryAt(0)] });
    model.setState({ activity: "repairing" });
    clock.advance(60_000);
    expect(writes).toEqual({ history: 0, timeline: 0 });
  });

  it("is kept at once when the app ends", () => {
    const disk = { history: EMPTY_HISTORY, entries: [] };
    const { model, keeper } = app(disk);
    model.setState({ history: historyOfCafe });
    keeper.stop();
    expect(disk.history).toEqual(historyOfCafe);
  });

  it("takes over what another program has kept meanwhile", () => {
    const disk: { history: History; entries: Timeline } = { history: EMPTY_HISTORY, entries: [] };
    const { model, timeline, clock } = app(disk);
    disk.history = { ...EMPTY_HISTORY, servers: ["192.0.2.7"] };
    disk.entries = [entryAt(5, { id: "watch-1" })];
    model.setState({ history: historyOfCafe });
    timeline.setState({ entries: [entryAt(0)] });
    clock.advance(3_100);
    expect(model.getState().history.servers).toEqual(["192.0.2.7", "203.0.113.9"]);
    expect(timeline.getState().entries.map(({ id }) => id)).toEqual(["writer-0", "watch-1"]);
  });
});
