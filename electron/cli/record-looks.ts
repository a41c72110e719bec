import { systemClock } from "../observe/clock.ts";
import { entryIds } from "../observe/kept/entry-ids.ts";
import { keepLater } from "../observe/kept/keep-later.ts";
import type { Memory } from "../observe/kept/memory.ts";
import { assess } from "../../shared/health/assess.ts";
import { factsOf } from "../../shared/health/facts.ts";
import type { Assessment } from "../../shared/health/finding.ts";
import type { History } from "../../shared/history/history.ts";
import { mergeTimelines } from "../../shared/history/merge-timelines.ts";
import { noteLook } from "../../shared/history/note-look.ts";
import type { NotedLook } from "../../shared/history/note-look.ts";
import { remember } from "../../shared/history/remember.ts";
import type { Snapshot } from "../../shared/snapshot/snapshot.ts";

/** Judges one look after the other, remembers what they teach, and keeps it on disk. */
export interface LookRecorder {
  look(snapshot: Snapshot, woke: boolean): { readonly assessment: Assessment; readonly history: History };
  /** Keeps what is not kept yet. */
  stop(): void;
}

/** Begins with what the memory holds of earlier runs. */
export function recordLooks(memory: Memory): LookRecorder {
  const nextId = entryIds();
  let history = memory.history.read();
  let base = history;
  let entries = memory.timeline.read();
  let before: NotedLook | null = null;
  const histories = keepLater(() => (base = history = memory.history.keep(base, history)), systemClock);
  const timelines = keepLater(() => (entries = memory.timeline.keep(entries)), systemClock);
  return {
    look(snapshot, woke) {
      const first = assess(snapshot, history);
      const learned = remember(history, snapshot, first, before?.assessment ?? null);
      const assessment = learned === history ? first : assess(snapshot, learned);
      if (learned !== history) histories.soon();
      history = learned;
      const now = { facts: factsOf(snapshot, history), assessment };
      const at = snapshot.takenAt ?? new Date().toISOString();
      const entry = noteLook(before, now, { id: nextId(), at, woke });
      before = now;
      if (entry !== null) {
        entries = mergeTimelines(entries, [entry]);
        timelines.soon();
      }
      return { assessment, history };
    },
    stop() {
      histories.now();
      timelines.now();
    },
  };
}
