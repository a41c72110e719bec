import { findRoute } from "../../shared/repair/route-match.ts";
import type { Host } from "./host.ts";
import type { Journal } from "./journal/journal.ts";
import type { JournaledTransaction } from "./journal/journaled-transaction.ts";
import { createOperator } from "./operator.ts";
import type { Operator } from "./operator.ts";
import { isStepDone } from "./steps/step-workers.ts";

/**
 * Settles what earlier helpers left behind when they were killed, under the lock. What was done is found by looking
 * at the table, never by continuing: whoever started it is gone, and undo is there for the rest.
 */
export async function recover(journal: Journal, host: Host): Promise<void> {
  const all = journal.transactions();
  const isOpen = (transaction: JournaledTransaction) => transaction.state === "open" || transaction.aids.length > 0;
  for (const transaction of all.filter(isOpen)) await recoverOne(transaction, journal, host);
}

async function recoverOne(transaction: JournaledTransaction, journal: Journal, host: Host): Promise<void> {
  const { begin, state } = transaction;
  // Routes do not outlive the kernel that held them, so nothing of another boot is there any more.
  if (begin.boot !== host.boot) {
    if (state === "open") journal.noteDurably(begin.txn, { record: "expired" });
    return;
  }
  const operator = operatorOf(begin.txn, journal, host);
  await operator.reread();
  await removeAids(transaction, journal, operator);
  if (state !== "open") return;
  const places = begin.steps.map((_, place) => place);
  const done = places.filter((place) => {
    const step = begin.steps[place];
    return step !== undefined && isStepDone(step, { host, operator });
  });
  journal.noteDurably(begin.txn, { record: "recovered", done });
}

async function removeAids({ begin, aids }: JournaledTransaction, journal: Journal, operator: Operator): Promise<void> {
  for (const aid of aids) {
    if (findRoute(aid, operator.rows()).length === 1) await operator.remove(aid);
    journal.note(begin.txn, { record: "aid-removed", route: aid });
  }
}

/** The operator whose passing rows are journaled in this transaction. */
export function operatorOf(txn: string, journal: Journal, host: Host): Operator {
  return createOperator(host, {
    added: (route) => journal.noteDurably(txn, { record: "aid", route }),
    removed: (route) => journal.note(txn, { record: "aid-removed", route }),
  });
}
