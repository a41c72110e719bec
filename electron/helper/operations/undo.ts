import type { UndoAnswer } from "../../../shared/contract/helper-protocol.ts";
import { valuesOf } from "../../../shared/snapshot/part.ts";
import type { Journal } from "../journal/journal.ts";
import { isUndoable, stepsToUndo } from "../journal/journaled-transaction.ts";
import type { JournaledTransaction } from "../journal/journaled-transaction.ts";
import type { JournaledStep } from "../journal/record.ts";
import { remainingChanges } from "../journal/rate-limit.ts";
import { mayUndo } from "../ownership.ts";
import { operatorOf } from "../recovery.ts";
import { Refusal } from "../refusal.ts";
import type { Session } from "../session.ts";
import type { UndoWorkplace } from "../steps/step-worker.ts";
import { runsOf, undoRun } from "../steps/runs.ts";
import { withJournal } from "../with-journal.ts";

/**
 * Takes back what one transaction changed, the last step first. Throws Refusal `no_txn`, `denied` for another user's,
 * `txn_closed` when it is undone, of another boot or older than a day, `rate_limited`.
 */
export async function undo(session: Session, txn: string): Promise<UndoAnswer> {
  return withJournal(session, async (journal) => {
    const transaction = find(session, journal, txn);
    const { host, caller } = session;
    const snapshot = await host.observe();
    const operator = operatorOf(txn, journal, host);
    await operator.reread();
    journal.noteDurably(txn, { record: "undo", at: host.now(), uid: caller.uid });
    const interfaces = valuesOf(snapshot.interfaces);
    return takeBack(transaction, journal, { host, operator, interfaces, links: transaction.begin.links });
  });
}

function find({ host, caller }: Session, journal: Journal, txn: string): JournaledTransaction {
  const all = journal.transactions();
  const transaction = all.find(({ begin }) => begin.txn === txn);
  if (transaction === undefined) throw new Refusal("no_txn");
  if (!mayUndo(caller, transaction)) throw new Refusal("denied");
  const now = host.now();
  if (!isUndoable(transaction, host.boot, now)) throw new Refusal("txn_closed");
  const { minute, hour } = remainingChanges(all, caller.uid, now);
  if (minute === 0 || hour === 0) throw new Refusal("rate_limited");
  return transaction;
}

async function takeBack(
  { begin, ...state }: JournaledTransaction,
  journal: Journal,
  workplace: UndoWorkplace,
): Promise<UndoAnswer> {
  const skipped: UndoAnswer["skipped"] = [];
  const steps = stepsToUndo({ begin, ...state }).flatMap((place) => placed(begin.steps[place], place));
  for (const run of runsOf(steps, workplace.operator)) {
    const reasons = await undoRun(run, workplace);
    const undone = run.map((step, at) => ({ ...step, why: reasons[at] ?? null }));
    journal.note(begin.txn, ...undone.map(({ place, why }) => ({ record: "undone", step: place, why }) as const));
    skipped.push(...undone.flatMap(({ planned, why }) => (why === null ? [] : [{ step: planned.id, why }])));
  }
  // What could not be tried yet may be tried again: the interface may come back.
  const canTryAgain = skipped.some(({ why }) => why === "interface-gone" || why === "failed");
  if (!canTryAgain) journal.noteDurably(begin.txn, { record: "closed" });
  return { restored: steps.length - skipped.length, skipped };
}

function placed(step: JournaledStep | undefined, place: number): (JournaledStep & { readonly place: number })[] {
  return step === undefined ? [] : [{ ...step, place }];
}
