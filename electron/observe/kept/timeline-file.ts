import { join } from "node:path";
import { TimelineDocument } from "../../../shared/history/documents.ts";
import { mergeTimelines } from "../../../shared/history/merge-timelines.ts";
import type { Timeline } from "../../../shared/history/timeline.ts";
import { keptFile } from "./kept-file.ts";
import type { KeptFileDescription } from "./kept-file.ts";

const MOST_BYTES = 1024 * 1024;

/** The timeline of earlier runs, shared with other programs that watch this machine. */
export interface TimelineFile {
  /** The entries, the oldest first; read anew with each call. */
  read(): Timeline;
  /** Keeps these entries, together with what others have kept; gives back both. */
  keep(entries: Timeline): Timeline;
}

export function timelineFile(
  folder: string,
  options: Pick<KeptFileDescription<TimelineDocument>, "unusable" | "onProblem">,
): TimelineFile {
  const path = join(folder, "timeline.json");
  const file = keptFile({ path, schema: TimelineDocument, mostBytes: MOST_BYTES, ...options });
  return {
    read: () => file.read()?.entries ?? [],
    keep(entries) {
      const stored = file.read()?.entries ?? [];
      const merged = fitting(mergeTimelines(stored, entries));
      if (JSON.stringify(merged) !== JSON.stringify(stored)) file.write({ schema: 1, entries: merged });
      return merged;
    },
  };
}

// Entries are a few hundred bytes; only a machine on which everything changes at once comes near the limit.
function fitting(entries: Timeline): Timeline {
  const room = MOST_BYTES - 1024;
  let bytes = 0;
  const fit = entries.toReversed().findIndex((entry) => (bytes += Buffer.byteLength(JSON.stringify(entry)) + 1) > room);
  return fit < 0 ? entries : entries.slice(entries.length - fit);
}
