import * as v from "valibot";
import { HelperErrorCode } from "../../../shared/contract/helper-error.ts";
import { TransactionId, UndoRefusal } from "../../../shared/contract/helper-protocol.ts";
import { PlannedStep } from "../../../shared/repair/plan-model.ts";
import { Route } from "../../../shared/snapshot/route.ts";

const Image = v.strictObject({ content: v.string(), mode: v.number(), uid: v.number(), gid: v.number() });

/** What a step does to a file: as it was, and as it will be; null after when the file is removed. */
export const FileChange = v.strictObject({ path: v.string(), before: Image, after: v.nullable(Image) });
export type FileChange = v.InferOutput<typeof FileChange>;

/** An interface that a step's route uses, so that undo knows it again. */
export const LinkIdentity = v.strictObject({
  name: v.string(),
  index: v.nullable(v.number()),
  kind: v.nullable(v.string()),
});
export type LinkIdentity = v.InferOutput<typeof LinkIdentity>;

/** A step with all that its undo needs, written before anything is done. */
export const JournaledStep = v.strictObject({ planned: PlannedStep, file: v.nullable(FileChange) });
export type JournaledStep = v.InferOutput<typeof JournaledStep>;

const time = v.number();
const index = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** First record of every transaction: the whole plan with all pre-images, on the disk before the first action. */
export const BeginRecord = v.strictObject({
  record: v.literal("begin"),
  v: v.literal(1),
  txn: TransactionId,
  boot: v.string(),
  uid: v.number(),
  /** Who wanted it; of records that do not say so it was the user. */
  by: v.optional(v.picklist(["user", "keep-alive"]), "user"),
  at: time,
  ruleset: v.string(),
  digest: v.string(),
  steps: v.array(JournaledStep),
  links: v.array(LinkIdentity),
});
export type BeginRecord = v.InferOutput<typeof BeginRecord>;

/** What was written after the beginning, in order. Steps are named by their place in the plan. */
export const JournalRecord = v.variant("record", [
  BeginRecord,
  /** The step was tried. `err` is what the caller was told; `changed` whether undo has something to take back. */
  v.strictObject({
    record: v.literal("done"),
    step: index,
    err: v.nullable(HelperErrorCode),
    changed: v.boolean(),
  }),
  v.strictObject({ record: v.literal("commit"), done: v.number() }),
  /** A later helper found the transaction broken off and saw the effect of these steps. */
  v.strictObject({ record: v.literal("recovered"), done: v.array(index) }),
  v.strictObject({ record: v.literal("undo"), at: time, uid: v.number() }),
  v.strictObject({ record: v.literal("undone"), step: index, why: v.nullable(UndoRefusal) }),
  v.strictObject({ record: v.literal("closed") }),
  v.strictObject({ record: v.literal("expired") }),
  /** A row that is about to be added for the length of one command, and must not stay. */
  v.strictObject({ record: v.literal("aid"), route: Route }),
  v.strictObject({ record: v.literal("aid-removed"), route: Route }),
]);
export type JournalRecord = v.InferOutput<typeof JournalRecord>;
