import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { converse } from "../../../electron/helper-client/conversation.ts";
import type { Details } from "../../../electron/helper-client/conversation.ts";
import { HelperFailure } from "../../../electron/helper-client/helper-failure.ts";
import { startHelper } from "../../../electron/helper-client/helper-process.ts";
import type { AnsweredOperation } from "../../../shared/contract/helper-protocol.ts";
import { buildProgram } from "./helper-bundle.ts";
import type { BuiltProgram } from "./helper-bundle.ts";
import { askOnce } from "./helper-in-room.ts";
import { makeBareRoom } from "./network-room.ts";
import type { NetworkRoom } from "./network-room.ts";
import { leaveStaleRoutes } from "./stale-routes.ts";

const STALE = 1_000;

let helper: BuiltProgram;
let crashing: BuiltProgram;
let room: NetworkRoom;
let before: string;

beforeAll(async () => {
  [helper, crashing] = await Promise.all([
    buildProgram("electron/helper/helper.ts"),
    buildProgram("tests/lab/helper/crashing-helper.ts"),
  ]);
});
afterAll(() => Promise.all([helper.remove(), crashing.remove()]));
beforeEach(async () => {
  room = await makeBareRoom();
  await leaveStaleRoutes(room, { stale: STALE, living: 100 });
  // Of IPv6 the kernel adds rows of its own when the link comes up.
  before = await table();
});
afterEach(() => room.remove());

const table = () => room.ip("-4", "route", "show", "table", "all");
const staleIn = (text: string) => text.split("\n").filter((line) => line.includes(" via 198.51.100.1 ")).length;

/** All steps of the plan, named one by one as the app does. */
async function everyStep() {
  const { digest, entries, skipped } = await askOnce(room, helper.path, "plan", {});
  expect({ entries: entries.length, skipped }).toEqual({ entries: STALE, skipped: [] });
  return { digest, only: entries.map(({ id }) => id) };
}

/** Lets a helper die while `ip` carries out what it was given; rejects when it lived. */
async function dieDuring<Operation extends AnsweredOperation>(operation: Operation, details: Details<Operation>) {
  const command = [...room.enter, process.execPath, crashing.path, room.stateDirectory, "runTogether"];
  const conversation = converse(startHelper(command), () => new HelperFailure("helper-ended"));
  try {
    await expect(conversation.ask(operation, details, 30_000)).rejects.toMatchObject({ code: "helper-ended" });
  } finally {
    await conversation.close();
  }
}

describe("a thousand stale routes", () => {
  it("are removed at once, the living ones beside them are not, and undo brings every one back byte for byte", async () => {
    const applied = await askOnce(room, helper.path, "apply", await everyStep());
    expect(applied).toMatchObject({ done: STALE, failed: [], left: 0 });
    const after = await table();
    expect({ stale: staleIn(after), all: after.split("\n").length }).toEqual({
      stale: 0,
      all: before.split("\n").length - STALE,
    });
    const { transactions } = await askOnce(room, helper.path, "journal", { limit: 1 });
    expect(transactions[0]?.steps.filter(({ done }) => done)).toHaveLength(STALE);
    expect(await askOnce(room, helper.path, "undo", { txn: applied.txn })).toEqual({ restored: STALE, skipped: [] });
    expect(await table()).toBe(before);
  });

  it("are all gone, and can all be brought back, when the helper is killed while they are removed", async () => {
    await dieDuring("apply", await everyStep());
    // Asked for at once: whoever comes next waits until `ip` has ended.
    const { undoable } = await askOnce(room, helper.path, "status", {});
    expect(staleIn(await table())).toBe(0);
    expect((await askOnce(room, helper.path, "journal", { limit: 1 })).transactions[0]).toMatchObject({
      txn: undoable,
      state: "recovered",
    });
    const undone = await askOnce(room, helper.path, "undo", { txn: undoable ?? "" });
    expect(undone).toEqual({ restored: STALE, skipped: [] });
    expect(await table()).toBe(before);
  });

  it("can be brought back by another undo when the helper is killed during the first", async () => {
    const { txn } = await askOnce(room, helper.path, "apply", await everyStep());
    await dieDuring("undo", { txn });
    expect(await askOnce(room, helper.path, "undo", { txn })).toEqual({ restored: STALE, skipped: [] });
    expect(await table()).toBe(before);
  });

  it("leave alone the one of them that somebody has locked, in a table where others have metrics, too", async () => {
    await room.ip("addr", "add", "198.51.100.2/28", "dev", "wlan0");
    const row = (host: number) => [`203.0.112.${host}`, "via", "198.51.100.1", "dev", "wlan0"];
    await room.ip("route", "change", ...row(7), "mtu", "lock", "1200");
    await room.ip("route", "change", ...row(8), "mtu", "1200");
    await room.ip("addr", "del", "198.51.100.2/28", "dev", "wlan0");
    const answer = await askOnce(room, helper.path, "apply", await everyStep());
    expect(answer).toMatchObject({ done: STALE - 1, failed: [{ err: "conflict" }] });
    expect(await table()).toContain("203.0.112.7 via 198.51.100.1 dev wlan0 mtu lock 1200");
  });
});
