import { factsOf } from "../../shared/health/facts.ts";
import { assess } from "../../shared/health/assess.ts";
import { EMPTY_HISTORY } from "../../shared/history/history.ts";
import { noteLook } from "../../shared/history/note-look.ts";
import type { NotedLook } from "../../shared/history/note-look.ts";
import { noteOutcome } from "../../shared/history/note-outcome.ts";
import type { Timeline } from "../../shared/history/timeline.ts";
import { recordedSnapshot } from "./judged.ts";

const LOOKS = [
  ["2026-03-01T17:40:00.000Z", "04-seed-healthy-reconstructed", false],
  ["2026-03-02T08:02:11.000Z", "06-reconnect-loop-stale-pin", true],
  ["2026-03-02T08:08:30.000Z", "05-third-state-stale-pin", false],
  ["2026-03-02T08:09:02.000Z", "02-seed-after-switch-clean", false],
] as const;

/** The user's story as the timeline tells it: campus, home with the stale pin, the client gives up, the repair. */
export function toldTimeline(): Timeline {
  let before: NotedLook | null = null;
  const entries = LOOKS.flatMap(([at, capture, woke], index) => {
    const look = lookAt(capture);
    const entry = noteLook(before, look, { id: `look-${index}`, at, woke });
    before = look;
    return entry === null ? [] : [entry];
  });
  const state = { before: "residue", after: "off" } as const;
  const undone = noteOutcome(
    { kind: "undone", restored: 1, skipped: [] },
    { id: "undone", at: "2026-03-02T08:10:00.000Z", state },
  );
  return undone === null ? entries : [...entries, undone];
}

function lookAt(capture: string): NotedLook {
  const snapshot = recordedSnapshot(capture);
  return { facts: factsOf(snapshot, EMPTY_HISTORY), assessment: assess(snapshot, EMPTY_HISTORY) };
}
