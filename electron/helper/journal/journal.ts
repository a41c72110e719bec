import type { JournalFolder } from "../host.ts";
import { journalLine, readJournalText } from "./journal-line.ts";
import { foldRecords } from "./journaled-transaction.ts";
import type { JournaledTransaction } from "./journaled-transaction.ts";
import type { BeginRecord, JournalRecord } from "./record.ts";

const KEPT_TRANSACTIONS = 50;
const KEPT_CHARACTERS = 1024 * 1024;

/** The journal of all transactions. Whoever writes holds the lock. */
export interface Journal {
  /** All transactions whose beginning is whole, newest first. */
  transactions(): JournaledTransaction[];
  /** Writes the whole plan and returns when it is on the disk. Throws when it cannot be, and then nothing may be done. */
  begin(record: BeginRecord): void;
  /** Adds a record that a look at the table can replace. */
  note(txn: string, record: JournalRecord): void;
  /** Adds a record and returns when it is on the disk. */
  noteDurably(txn: string, record: JournalRecord): void;
}

/** The journal in a folder. */
export function openJournal(folder: JournalFolder): Journal {
  return {
    transactions: () => readAll(folder).map(({ transaction }) => transaction),
    begin(record) {
      prune(folder);
      folder.create(record.txn, journalLine(record));
    },
    note: (txn, record) => folder.append(txn, journalLine(record)),
    noteDurably: (txn, record) => folder.appendDurably(txn, journalLine(record)),
  };
}

interface Entry {
  readonly transaction: JournaledTransaction;
  readonly length: number;
}

function readAll(folder: JournalFolder): Entry[] {
  const entries = folder.names().flatMap((name) => {
    const text = folder.read(name);
    const transaction = foldRecords(readJournalText(text));
    // A file is named after its transaction; any other is not of the journal's making.
    return transaction?.begin.txn === name ? [{ transaction, length: text.length }] : [];
  });
  return entries.toSorted((a, b) => b.transaction.begin.at - a.transaction.begin.at);
}

// The oldest go first. One that is still open is kept whatever its age: it may have to be recovered.
function prune(folder: JournalFolder): void {
  let characters = 0;
  for (const [place, { transaction, length }] of readAll(folder).entries()) {
    characters += length;
    const isKept = place < KEPT_TRANSACTIONS - 1 && characters <= KEPT_CHARACTERS;
    if (!isKept && transaction.state !== "open") folder.remove(transaction.begin.txn);
  }
  removeTorn(folder);
}

// A beginning that is not whole was never acted upon.
function removeTorn(folder: JournalFolder): void {
  const whole = new Set(readAll(folder).map(({ transaction }) => transaction.begin.txn));
  for (const name of folder.names()) if (!whole.has(name)) folder.remove(name);
}
