import type { TransactionState, UndoRefusal } from "../../../shared/contract/helper-protocol.ts";
import { routeKey } from "../../../shared/snapshot/route.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import type { BeginRecord, JournalRecord } from "./record.ts";

/** A transaction may be undone for one day: after that nobody remembers what it was. */
const UNDO_MILLISECONDS = 24 * 60 * 60 * 1000;
/** After these answers a step is settled; the others can be tried again later. */
const FINAL: ReadonlySet<UndoRefusal | null> = new Set([null, "irreversible", "occupied", "changed"]);

/** What the records of one journal file say together. */
export interface JournaledTransaction {
  readonly begin: BeginRecord;
  /** Places of the steps that changed something, by their own record or by a later look at the table. */
  readonly done: ReadonlySet<number>;
  /** Places of the steps whose undo is settled. */
  readonly settled: ReadonlySet<number>;
  readonly state: TransactionState;
  /** When it began and when undos of it began, for the rate limit. Milliseconds since 1970. */
  readonly changes: readonly { readonly at: number; readonly uid: number }[];
  /** Rows that were to stay for one command only, and may still be there. */
  readonly aids: readonly Route[];
}

/** Folds the records of one file; null when not even the beginning is whole, so that nothing was done. */
export function foldRecords(records: readonly JournalRecord[]): JournaledTransaction | null {
  const [begin, ...later] = records;
  if (begin?.record !== "begin") return null;
  const settled = new Set(later.flatMap((one) => (one.record === "undone" && FINAL.has(one.why) ? [one.step] : [])));
  const undos = later.flatMap((one) => (one.record === "undo" ? [{ at: one.at, uid: one.uid }] : []));
  return {
    begin,
    done: doneSteps(later),
    settled,
    state: stateOf(later),
    changes: [{ at: begin.at, uid: begin.uid }, ...undos],
    aids: openAids(later),
  };
}

/** Whether an undo would have anything to try. */
export function isUndoable(transaction: JournaledTransaction, boot: string, now: number): boolean {
  const { begin, state } = transaction;
  if (begin.boot !== boot || now - begin.at > UNDO_MILLISECONDS) return false;
  return state !== "undone" && state !== "expired" && stepsToUndo(transaction).length > 0;
}

/** Places of the steps that took effect and can be taken back, the last one first. */
export function stepsToUndo(transaction: JournaledTransaction): number[] {
  const open = [...transaction.done].filter((step) => !transaction.settled.has(step));
  const reversible = open.filter((step) => transaction.begin.steps[step]?.planned.step.op !== "nudge-client");
  return reversible.toSorted((a, b) => b - a);
}

function doneSteps(records: readonly JournalRecord[]): Set<number> {
  return new Set(
    records.flatMap((one) => {
      if (one.record === "recovered") return one.done;
      return one.record === "done" && one.changed ? [one.step] : [];
    }),
  );
}

function stateOf(records: readonly JournalRecord[]): TransactionState {
  if (records.some(is("closed"))) return "undone";
  if (records.some(is("expired"))) return "expired";
  if (records.some(is("recovered"))) return "recovered";
  return records.some(is("commit")) ? "committed" : "open";
}

function openAids(records: readonly JournalRecord[]): Route[] {
  const open = new Map<string, Route>();
  for (const one of records) {
    if (one.record === "aid") open.set(routeKey(one.route), one.route);
    if (one.record === "aid-removed") open.delete(routeKey(one.route));
  }
  return [...open.values()];
}

function is(kind: JournalRecord["record"]): (record: JournalRecord) => boolean {
  return (record) => record.record === kind;
}
