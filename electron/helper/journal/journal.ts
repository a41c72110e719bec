import type { JournalFolder } from "../host.ts";
import { journalLine, readJournalText } from "./journal-line.ts";
import { foldRecords } from "./journaled-transaction.ts";
import type { JournaledTransaction } from "./journaled-transaction.ts";
import type { BeginRecord, JournalRecord } from "./record.ts";

const KEPT_TRANSACTIONS = 50;
const KEPT_CHARACTERS = 1024 * 1024;
/** On a day with many networks keep-alive must not push out what a person did. */
const KEPT_OF_KEEP_ALIVE = 10;

/** The journal of all transactions. Whoever writes holds the lock. */
export interface Journal {
  /** All transactions whose beginning is whole, newest first; without those named in `skip`. */
  transactions(skip?: ReadonlySet<string>): JournaledTransaction[];
  /** Writes the whole plan and returns when it is on the disk. Throws when it cannot be, and then nothing may be done. */
  begin(record: BeginRecord): void;
  /** Adds records that a look at the table can replace. */
  note(txn: string, ...records: readonly JournalRecord[]): void;
  /** Adds records and returns when they are on the disk. */
  noteDurably(txn: string, ...records: readonly JournalRecord[]): void;
  /** Removes the oldest transactions where there are too many. */
  prune(): void;
}

/** The journal in a folder. */
export function openJournal(folder: JournalFolder): Journal {
  return {
    transactions: (skip) => readAll(folder, skip).map(({ transaction }) => transaction),
    begin: (record) => folder.create(record.txn, journalLine(record)),
    note: (txn, ...records) => folder.append(txn, records.map(journalLine).join("")),
    noteDurably: (txn, ...records) => folder.appendDurably(txn, records.map(journalLine).join("")),
    prune: () => prune(folder),
  };
}

interface Entry {
  readonly transaction: JournaledTransaction;
  readonly length: number;
}

function readAll(folder: JournalFolder, skip: ReadonlySet<string> = new Set()): Entry[] {
  const names = folder.names().filter((name) => !skip.has(name));
  const entries = names.flatMap((name) => {
    const text = folder.read(name);
    const transaction = foldRecords(readJournalText(text));
    // A file is named after its transaction; any other is not of the journal's making.
    return transaction?.begin.txn === name ? [{ transaction, length: text.length }] : [];
  });
  return entries.toSorted((a, b) => b.transaction.begin.at - a.transaction.begin.at);
}

// The oldest go first. One that is still open is kept whatever its age, since it may have to be recovered, and the last one
// of each kind whatever its size, since it may be taken back.
function prune(folder: JournalFolder): void {
  if (folder.names().length <= KEPT_TRANSACTIONS) return;
  let characters = 0;
  const places = { user: 0, "keep-alive": 0 };
  const limits = { user: KEPT_TRANSACTIONS, "keep-alive": KEPT_OF_KEEP_ALIVE };
  for (const { transaction, length } of readAll(folder)) {
    const { by } = transaction.begin;
    characters += length;
    places[by] += 1;
    const isKept = places[by] === 1 || (places[by] <= limits[by] && characters <= KEPT_CHARACTERS);
    if (!isKept && transaction.state !== "open") folder.remove(transaction.begin.txn);
  }
  removeTorn(folder);
}

// A beginning that is not whole was never acted upon.
function removeTorn(folder: JournalFolder): void {
  const whole = new Set(readAll(folder).map(({ transaction }) => transaction.begin.txn));
  for (const name of folder.names()) if (!whole.has(name)) folder.remove(name);
}
