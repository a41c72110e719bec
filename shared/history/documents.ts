import * as v from "valibot";
import { EMPTY_HISTORY, History } from "./history.ts";
import { Timeline } from "./timeline.ts";

/** The file that keeps the history. A file with another number is of another version of Holdfast. */
export const HistoryDocument = v.strictObject({
  schema: v.literal(1),
  /** Id of the boot of the kernel that it was last written under; empty when that is not known. */
  boot: v.string(),
  history: History,
});
export type HistoryDocument = v.InferOutput<typeof HistoryDocument>;

/** The file that keeps the timeline. */
export const TimelineDocument = v.strictObject({ schema: v.literal(1), entries: Timeline });
export type TimelineDocument = v.InferOutput<typeof TimelineDocument>;

/**
 * The history as it holds now. Routes do not outlive the kernel that held them: a pin of an earlier boot that is in the
 * table again was made anew, for a router that nobody has seen.
 */
export function historyIn(document: HistoryDocument | null, boot: string): History {
  if (document === null) return EMPTY_HISTORY;
  const isSameBoot = boot !== "" && document.boot === boot;
  return isSameBoot ? document.history : { ...document.history, pins: [] };
}
