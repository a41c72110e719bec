import { describe, expect, it } from "vitest";
import { journalLine, readJournalText } from "../../../electron/helper/journal/journal-line.ts";
import { foldRecords, isUndoable, stepsToUndo } from "../../../electron/helper/journal/journaled-transaction.ts";
import type { BeginRecord, JournalRecord } from "../../../electron/helper/journal/record.ts";
import { linuxRoute } from "../../support/example-route.ts";

const step = (destination: string): BeginRecord["steps"][number] => ({
  file: null,
  planned: {
    id: "a".repeat(64),
    finding: "gateway-pin-stale",
    certainty: "proven",
    selected: true,
    step: { op: "delete-route", route: linuxRoute({ destination }) },
    inverse: null,
  },
});
const BEGIN: BeginRecord = {
  record: "begin",
  v: 1,
  txn: "b".repeat(32),
  boot: "boot-1",
  uid: 1000,
  by: "user",
  at: 1_000,
  ruleset: "c".repeat(64),
  digest: "d".repeat(64),
  steps: [step("203.0.113.1/32"), step("203.0.113.2/32"), step("203.0.113.3/32")],
  links: [{ name: "wlan0", index: 4, kind: null }],
};
const done = (place: number, changed = true): JournalRecord => ({ record: "done", step: place, err: null, changed });
const fold = (...records: JournalRecord[]) => {
  const transaction = foldRecords([BEGIN, ...records]);
  if (transaction === null) throw new Error("no transaction");
  return transaction;
};

describe("a journal file", () => {
  const records: JournalRecord[] = [BEGIN, done(0), done(1), { record: "commit", done: 2 }];
  const text = records.map(journalLine).join("");

  it("gives back what was written", () => {
    expect(readJournalText(text)).toEqual(records);
  });

  it("gives all whole records wherever it was torn, and never a wrong one", () => {
    for (let length = 0; length <= text.length; length++) {
      const read = readJournalText(text.slice(0, length));
      expect(read).toEqual(records.slice(0, read.length));
    }
  });

  it("goes on behind a half line that a kill left", () => {
    const half = journalLine(done(2)).slice(0, 20);
    const recovered: JournalRecord = { record: "recovered", done: [0, 1, 2] };
    expect(readJournalText(text + half + journalLine(recovered))).toEqual([...records, recovered]);
  });

  it("does not take a line of which one bit has changed", () => {
    const changed = text.replace('"uid":1000', '"uid":1001');
    expect(foldRecords(readJournalText(changed))).toBeNull();
  });
});

describe("a transaction", () => {
  it("is open until it is committed, recovered, expired or undone", () => {
    expect(fold(done(0)).state).toBe("open");
    expect(fold(done(0), { record: "commit", done: 1 }).state).toBe("committed");
    expect(fold({ record: "recovered", done: [0] }).state).toBe("recovered");
    expect(fold({ record: "expired" }).state).toBe("expired");
    expect(fold(done(0), { record: "commit", done: 1 }, { record: "closed" }).state).toBe("undone");
  });

  it("is undone from its last step to its first, as far as steps changed something", () => {
    expect(stepsToUndo(fold(done(0), done(1, false), done(2)))).toEqual([2, 0]);
  });

  it("keeps for another try what an undo could not do yet, and not what is settled", () => {
    const tried = fold(
      done(0),
      done(1),
      done(2),
      { record: "undo", at: 2_000, uid: 1000 },
      { record: "undone", step: 2, why: null },
      { record: "undone", step: 1, why: "occupied" },
      { record: "undone", step: 0, why: "interface-gone" },
    );
    expect(stepsToUndo(tried)).toEqual([0]);
    expect(tried.changes.map(({ at }) => at)).toEqual([1_000, 2_000]);
  });

  it("can be undone in the same boot, within a day, and only if it changed something", () => {
    const committed = fold(done(0), { record: "commit", done: 1 });
    const day = 24 * 60 * 60 * 1000;
    expect(isUndoable(committed, "boot-1", 1_000 + day)).toBe(true);
    expect(isUndoable(committed, "boot-1", 1_001 + day)).toBe(false);
    expect(isUndoable(committed, "boot-2", 2_000)).toBe(false);
    expect(isUndoable(fold(done(0, false), { record: "commit", done: 0 }), "boot-1", 2_000)).toBe(false);
  });

  it("remembers the passing rows that were not taken away again", () => {
    const aid = linuxRoute({ destination: "198.51.100.1/32", gateway: "link" });
    const other = linuxRoute({ destination: "198.51.100.2/32", gateway: "link" });
    const added = (route: typeof aid): JournalRecord => ({ record: "aid", route });
    expect(fold(added(aid), { record: "aid-removed", route: aid }, added(other)).aids).toEqual([other]);
  });
});
