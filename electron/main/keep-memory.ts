import { systemClock } from "../observe/clock.ts";
import type { Clock } from "../observe/clock.ts";
import { keepLater } from "../observe/kept/keep-later.ts";
import type { Memory } from "../observe/kept/memory.ts";
import type { ModelStore } from "./model.ts";
import type { TimelineStore } from "./timeline/timeline-store.ts";

/** Keeps what the app remembers on disk. */
export interface MemoryKeeper {
  /** Keeps what has changed since the last time, now; for the end of the app. */
  stop(): void;
}

/**
 * Keeps history and timeline whenever they change, and takes over what another program has kept there meanwhile. The
 * model must have begun with the memory's history.
 */
export function keepMemory(
  model: ModelStore,
  timeline: TimelineStore,
  memory: Memory,
  clock: Clock = systemClock,
): MemoryKeeper {
  let base = model.getState().history;
  const histories = keepLater(() => {
    const { history } = model.getState();
    base = memory.history.keep(base, history);
    if (JSON.stringify(base) !== JSON.stringify(history)) model.setState({ history: base });
  }, clock);
  const timelines = keepLater(() => {
    const { entries } = timeline.getState();
    const kept = memory.timeline.keep(entries);
    if (kept.length !== entries.length || kept.at(-1)?.id !== entries.at(-1)?.id) timeline.setState({ entries: kept });
  }, clock);
  model.subscribe(({ history }, before) => {
    if (history !== before.history) histories.soon();
  });
  timeline.subscribe(({ entries }, before) => {
    if (entries !== before.entries) timelines.soon();
  });
  return {
    stop() {
      histories.now();
      timelines.now();
    },
  };
}
