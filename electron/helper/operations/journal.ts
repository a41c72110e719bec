import { HELPER_LIMITS } from "../../../shared/contract/helper-limits.ts";
import type { JournalAnswer, Transaction } from "../../../shared/contract/helper-protocol.ts";
import type { Host } from "../host.ts";
import { isUndoable } from "../journal/journaled-transaction.ts";
import type { JournaledTransaction } from "../journal/journaled-transaction.ts";
import { mayUndo } from "../ownership.ts";
import type { Session } from "../session.ts";
import { withJournal } from "../with-journal.ts";

/** Room for what surrounds the transactions in the answer's line. */
const ENVELOPE_BYTES = 1024;

/** The caller's transactions, newest first: at most `limit`, and no more than one line holds. */
export async function journal(session: Session, limit: number): Promise<JournalAnswer> {
  const { host, caller } = session;
  const own = await withJournal(session, async (open) =>
    open.transactions().filter((transaction) => mayUndo(caller, transaction)),
  );
  return { transactions: thatFit(own.slice(0, limit).map((transaction) => summaryOf(transaction, host))) };
}

function summaryOf(transaction: JournaledTransaction, host: Host): Transaction {
  const { begin, done, state } = transaction;
  const expired = state !== "undone" && begin.boot !== host.boot;
  return {
    txn: begin.txn,
    startedAt: new Date(begin.at).toISOString(),
    uid: begin.uid,
    by: begin.by,
    state: expired ? "expired" : state,
    undoable: isUndoable(transaction, host.boot, host.now()),
    steps: begin.steps.map(({ planned }, place) => ({ ...planned, done: done.has(place) })),
  };
}

function thatFit(transactions: readonly Transaction[]): Transaction[] {
  let bytes = ENVELOPE_BYTES;
  const fitting = transactions.findIndex((one) => {
    bytes += Buffer.byteLength(JSON.stringify(one)) + 1;
    return bytes > HELPER_LIMITS.responseBytes;
  });
  return fitting < 0 ? [...transactions] : transactions.slice(0, fitting);
}
