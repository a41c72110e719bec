import { findRoute } from "../../shared/repair/route-match.ts";
import type { Host } from "./host.ts";
import type { Journal } from "./journal/journal.ts";
import type { JournaledTransaction } from "./journal/journaled-transaction.ts";
import { createOperator } from "./operator.ts";
import type { Operator } from "./operator.ts";
import type { Route } from "../../shared/snapshot/route.ts";
import type { AidLog } from "./route-changes.ts";
import { isStepDone } from "./steps/step-workers.ts";

/**
 * Settles what earlier helpers left behind when they were killed, under the lock. What was done is found by looking
 * at the table, never by continuing: whoever started it is gone, and undo is there for the rest. Transactions in `settled`
 * are not read again; those that were looked at are added.
 */
export async function recover(journal: Journal, host: Host, settled: Set<string> = new Set()): Promise<void> {
  const all = journal.transactions(settled);
  const isOpen = (transaction: JournaledTransaction) => transaction.state === "open" || transaction.aids.length > 0;
  for (const transaction of all.filter(isOpen)) await recoverOne(transaction, journal, host);
  for (const { begin } of all) settled.add(begin.txn);
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

/** The operator whose passing rows are journaled in this transaction; `seen` are the rows if they were just read. */
export function operatorOf(txn: string, journal: Journal, host: Host, seen: readonly Route[] = []): Operator {
  const aids: AidLog = {
    added: (routes) => journal.noteDurably(txn, ...routes.map((route) => ({ record: "aid", route }) as const)),
    removed: (routes) => journal.note(txn, ...routes.map((route) => ({ record: "aid-removed", route }) as const)),
  };
  return createOperator(host, aids, seen);
}
