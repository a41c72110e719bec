import * as v from "valibot";
import { Certainty, FindingId, HealthState } from "../health/finding.ts";
import { CodedText } from "../snapshot/coded-text.ts";
import { Difference } from "./difference.ts";
import { NetworkChange } from "./network-change.ts";

/** What keep-alive did for a client that lost its server, and how it ended. */
const KeptAliveEvent = v.strictObject({
  kind: v.literal("kept-alive"),
  /** `refused`: the server did not take the session back. `gave-up`: so far in vain. */
  outcome: v.picklist(["back", "refused", "gave-up"]),
  /** Milliseconds for which the client was out of touch, null when it did not come back. */
  silence: v.nullable(v.number()),
  /** What was done: keys of `app:repair.phrase` with their counts. */
  phrases: v.array(CodedText),
  /** Whether the client came back before anything was done. */
  byItself: v.boolean(),
});
export type KeptAliveEvent = v.InferOutput<typeof KeptAliveEvent>;

/** One thing that happened. Its sentence is made by `timelineEventText` (shared/locales/timeline-text.ts). */
export const TimelineEvent = v.variant("kind", [
  /** Holdfast began to watch; what happened before it was not seen. */
  v.strictObject({ kind: v.literal("began") }),
  /** Something about the network changed. */
  v.strictObject({ kind: v.literal("change"), change: NetworkChange }),
  /** A finding is there that was not there at the look before, or the other way round. */
  v.strictObject({
    kind: v.picklist(["finding-appeared", "finding-gone"]),
    finding: FindingId,
    certainty: Certainty,
    /** Arguments of the finding's texts. */
    args: CodedText.entries.args,
  }),
  /** A repair was carried out; `phrases` are keys of `app:repair.phrase` with their counts. */
  v.strictObject({
    kind: v.literal("repaired"),
    phrases: v.array(CodedText),
    /** Steps that did not work. */
    failed: v.number(),
    /** `verified`: nothing that was to be repaired is left. */
    verdict: v.picklist(["verified", "left"]),
  }),
  /** A repair was taken back. */
  v.strictObject({ kind: v.literal("undone"), restored: v.number(), skipped: v.number() }),
  /** A repair or undo did not come to its end; the error is a key of `app:error`. */
  v.strictObject({ kind: v.literal("repair-failed"), during: v.picklist(["repair", "undo"]), error: CodedText }),
  KeptAliveEvent,
]);
export type TimelineEvent = v.InferOutput<typeof TimelineEvent>;

const summaryEntries = {
  /** Names the entry among all of one machine; at most 32 characters. */
  id: v.pipe(v.string(), v.maxLength(32)),
  /** When it was seen, ISO 8601. */
  at: v.string(),
  /** The state before and after, null when there was no look before. */
  state: v.strictObject({ before: v.nullable(HealthState), after: HealthState }),
  /** What happened, the most telling first. */
  events: v.array(TimelineEvent),
  /** Events beyond those listed. */
  moreEvents: v.number(),
} as const;

/** An entry as a list shows it. */
export const TimelineSummary = v.strictObject(summaryEntries);
export type TimelineSummary = v.InferOutput<typeof TimelineSummary>;

/** What one look at the machine found changed, with the lines that differ before and after. */
export const TimelineEntry = v.strictObject({ ...summaryEntries, difference: Difference });
export type TimelineEntry = v.InferOutput<typeof TimelineEntry>;

/** Entries, the oldest first, each id once. */
export const Timeline = v.array(TimelineEntry);
export type Timeline = v.InferOutput<typeof Timeline>;

/** An entry without its difference. */
export function summaryOf({ id, at, state, events, moreEvents }: TimelineEntry): TimelineSummary {
  return { id, at, state, events, moreEvents };
}
