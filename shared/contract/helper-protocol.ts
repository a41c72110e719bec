import * as v from "valibot";
import { PlannedStep } from "../repair/plan-model.ts";
import { OperatingSystem } from "../snapshot/snapshot.ts";
import { HelperErrorCode } from "./helper-error.ts";
import { HELPER_LIMITS } from "./helper-limits.ts";
import { KeepAliveReport } from "./keep-alive.ts";

/** The one version of the wire protocol: one JSON object per line, in canonical form. */
export const PROTOCOL_VERSION = 1;

/** SHA-256 as 64 lower-case hex digits: a digest of a plan or the id of a step. */
const Sha256Hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
/** Name of a transaction: 32 lower-case hex digits. */
export const TransactionId = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));

const envelope = {
  v: v.literal(PROTOCOL_VERSION),
  id: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
};

const ChosenSteps = v.pipe(
  v.array(Sha256Hex),
  v.minLength(1),
  v.maxLength(HELPER_LIMITS.chosenSteps),
  v.check((ids) => new Set(ids).size === ids.length),
);

/** Everything a client can say. Fixed-length hex is the only text of the client's own that gets in. */
export const HelperRequest = v.variant("op", [
  v.strictObject({ ...envelope, op: v.literal("hello") }),
  v.strictObject({ ...envelope, op: v.literal("status") }),
  v.strictObject({ ...envelope, op: v.literal("plan") }),
  v.strictObject({ ...envelope, op: v.literal("apply"), digest: Sha256Hex, only: v.exactOptional(ChosenSteps) }),
  v.strictObject({ ...envelope, op: v.literal("undo"), txn: TransactionId }),
  /** From now on the connection is held open, and each answer is a report, until the client ends it. */
  v.strictObject({ ...envelope, op: v.literal("keep-alive") }),
  v.strictObject({
    ...envelope,
    op: v.literal("journal"),
    limit: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(1000)),
  }),
]);
export type HelperRequest = v.InferOutput<typeof HelperRequest>;
export type HelperOperation = HelperRequest["op"];
/** The operations that have one answer. */
export type AnsweredOperation = Exclude<HelperOperation, "keep-alive">;

/** Who answers: version, rules, system, boot, how it was started, and for which user it acts. */
export const HelloAnswer = v.strictObject({
  helper: v.string(),
  protocol: v.tuple([v.number(), v.number()]),
  ruleset: Sha256Hex,
  os: OperatingSystem,
  boot: v.string(),
  mode: v.picklist(["socket", "once", "child"]),
  uid: v.number(),
});
export type HelloAnswer = v.InferOutput<typeof HelloAnswer>;

/** Whether there is something to undo, and how many changes the rate limit still allows. */
export const StatusAnswer = v.strictObject({
  /** The newest transaction of this user that can be undone, null when there is none. */
  undoable: v.nullable(TransactionId),
  remaining: v.strictObject({ minute: v.number(), hour: v.number() }),
});
export type StatusAnswer = v.InferOutput<typeof StatusAnswer>;

/** The plan as the helper sees the machine. `skipped` names entries that its own guard will not carry out. */
export const PlanAnswer = v.strictObject({
  digest: Sha256Hex,
  entries: v.array(PlannedStep),
  skipped: v.array(v.strictObject({ step: Sha256Hex, why: HelperErrorCode })),
});
export type PlanAnswer = v.InferOutput<typeof PlanAnswer>;

/**
 * What became of an apply. A step is done when the table that was read afterwards shows its effect. `left` counts the
 * steps that were not tried: the time was up, or a step before them failed and they make no sense without it.
 */
export const ApplyAnswer = v.strictObject({
  txn: TransactionId,
  done: v.number(),
  failed: v.array(v.strictObject({ step: Sha256Hex, err: HelperErrorCode })),
  left: v.number(),
});
export type ApplyAnswer = v.InferOutput<typeof ApplyAnswer>;

/**
 * Why a step was not undone: `irreversible` a nudge; `interface-gone` the interface is gone or another has its name;
 * `occupied` something else is in that place; `changed` what Holdfast put there is no longer as it was; `failed` the
 * system refused.
 */
export const UndoRefusal = v.picklist(["irreversible", "interface-gone", "occupied", "changed", "failed"]);
export type UndoRefusal = v.InferOutput<typeof UndoRefusal>;

/** What became of an undo. */
export const UndoAnswer = v.strictObject({
  restored: v.number(),
  skipped: v.array(v.strictObject({ step: Sha256Hex, why: UndoRefusal })),
});
export type UndoAnswer = v.InferOutput<typeof UndoAnswer>;

/** `open`: broken off and not yet looked at; `recovered`: broken off, then recorded by looking at the table. */
export const TransactionState = v.picklist(["open", "committed", "recovered", "undone", "expired"]);
export type TransactionState = v.InferOutput<typeof TransactionState>;

/** One journaled transaction. */
export const Transaction = v.strictObject({
  txn: TransactionId,
  /** ISO 8601. */
  startedAt: v.string(),
  uid: v.number(),
  /** Who wanted it: somebody who confirmed it, or keep-alive by itself. */
  by: v.picklist(["user", "keep-alive"]),
  state: TransactionState,
  /** Whether `undo` would be tried now: same boot, young enough, not undone. */
  undoable: v.boolean(),
  steps: v.array(v.strictObject({ ...PlannedStep.entries, done: v.boolean() })),
});
export type Transaction = v.InferOutput<typeof Transaction>;

/** The caller's transactions, newest first, as many as were asked for and fit into one line. */
export const JournalAnswer = v.strictObject({ transactions: v.array(Transaction) });
export type JournalAnswer = v.InferOutput<typeof JournalAnswer>;

/** The answer of each operation. */
export const ANSWERS = {
  hello: HelloAnswer,
  status: StatusAnswer,
  plan: PlanAnswer,
  apply: ApplyAnswer,
  undo: UndoAnswer,
  journal: JournalAnswer,
  "keep-alive": v.strictObject({ report: KeepAliveReport }),
} as const satisfies Record<HelperOperation, v.GenericSchema>;
export type AnswerOf<Operation extends HelperOperation> = v.InferOutput<(typeof ANSWERS)[Operation]>;
