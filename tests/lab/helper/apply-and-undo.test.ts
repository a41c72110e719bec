import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { HelperFailure } from "../../../electron/helper-client/helper-failure.ts";
import type { PlanAnswer } from "../../../shared/contract/helper-protocol.ts";
import { buildProgram } from "./helper-bundle.ts";
import type { BuiltProgram } from "./helper-bundle.ts";
import { askOnce } from "./helper-in-room.ts";
import { makeNetworkRoom } from "./network-room.ts";
import type { NetworkRoom } from "./network-room.ts";

let helper: BuiltProgram;
let room: NetworkRoom;

beforeAll(async () => {
  helper = await buildProgram("electron/helper/helper.ts");
});
afterAll(() => helper.remove());
beforeEach(async () => {
  room = await makeNetworkRoom();
});
afterEach(() => room.remove());

const plan = () => askOnce(room, helper.path, "plan", {});
const idsOf = (answer: PlanAnswer) => answer.entries.map(({ id }) => id);
const applyOf = async (answer: PlanAnswer) =>
  askOnce(room, helper.path, "apply", { digest: answer.digest, only: idsOf(answer) });
const applyAll = async () => applyOf(await plan());
const undo = (txn: string) => askOnce(room, helper.path, "undo", { txn });
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => "none",
    (error: HelperFailure) => error.code,
  );

describe("the helper in a real kernel", () => {
  it("removes six stale routes of both families and brings them back so that every table is byte for byte as before", async () => {
    const before = await room.table();
    const answer = await applyAll();
    expect(answer).toMatchObject({ done: 6, failed: [], left: 0 });
    expect(await room.table()).not.toContain("via 198.51.100.1 ");
    expect(await undo(answer.txn)).toEqual({ restored: 6, skipped: [] });
    expect(await room.table()).toBe(before);
  });

  it("replaces a stale default route in one step and swaps it back", async () => {
    await room.ip("addr", "add", "198.51.100.2/28", "dev", "wlan0");
    await room.ip("route", "add", "default", "via", "198.51.100.1", "dev", "wlan0");
    await room.ip("addr", "del", "198.51.100.2/28", "dev", "wlan0");
    const before = await room.table();
    const answer = await plan();
    const replace = answer.entries.filter(({ step }) => step.op === "replace-route");
    expect(replace).toHaveLength(1);
    const applied = await askOnce(room, helper.path, "apply", {
      digest: answer.digest,
      only: idsOf({ ...answer, entries: replace }),
    });
    expect(applied).toMatchObject({ done: 1, failed: [] });
    expect(await room.ip("-4", "route", "show", "default", "metric", "0")).toContain("via 198.51.100.129");
    expect(await undo(applied.txn)).toEqual({ restored: 1, skipped: [] });
    expect(await room.table()).toBe(before);
  });

  it("leaves alone a row that could not be restored exactly, because a metric of it is locked", async () => {
    await room.ip("addr", "add", "198.51.100.2/28", "dev", "wlan0");
    const locked = ["203.0.113.9", "via", "198.51.100.1", "dev", "wlan0", "mtu", "lock", "1200"];
    await room.ip("route", "change", ...locked);
    await room.ip("addr", "del", "198.51.100.2/28", "dev", "wlan0");
    const answer = await applyAll();
    expect(answer).toMatchObject({ done: 5, failed: [{ err: "conflict" }] });
    expect(await room.ip("route", "show", "203.0.113.9")).toContain("mtu lock 1200");
  });

  it("does nothing when the table has changed since the plan was shown", async () => {
    const shown = await plan();
    await room.ip("route", "del", "203.0.113.3");
    const before = await room.table();
    expect(await failureOf(applyOf(shown))).toBe("plan-changed");
    expect(await room.table()).toBe(before);
  });

  it("says that there is nothing to do after everything was done", async () => {
    await applyAll();
    const second = await plan();
    expect(second.entries).toEqual([]);
    expect(await failureOf(askOnce(room, helper.path, "apply", { digest: second.digest }))).toBe("plan-empty");
  });

  it("lets exactly one of several helpers apply the same plan", async () => {
    const shown = await plan();
    const results = await Promise.all(Array.from({ length: 4 }, () => failureOf(applyOf(shown))));
    expect(results.filter((result) => result === "none")).toHaveLength(1);
    for (const result of results) expect(["none", "plan-changed", "plan-empty", "busy"]).toContain(result);
    const { transactions } = await askOnce(room, helper.path, "journal", { limit: 10 });
    expect(transactions).toHaveLength(1);
  });

  it("does not put a route back where another one has come meanwhile", async () => {
    const { txn } = await applyAll();
    await room.ip("route", "add", "203.0.113.3", "via", "198.51.100.129", "dev", "wlan0");
    const { restored, skipped } = await undo(txn);
    expect({ restored, why: skipped.map(({ why }) => why) }).toEqual({ restored: 5, why: ["occupied"] });
    expect(await room.ip("route", "show", "203.0.113.3")).toContain("via 198.51.100.129");
  });

  it("does not put a route back on another interface of the same name", async () => {
    const { txn } = await applyAll();
    await room.ip("link", "del", "wlan0");
    await room.ip("link", "add", "wlan0", "type", "veth", "peer", "name", "air0");
    await room.ip("link", "set", "wlan0", "up");
    const { restored, skipped } = await undo(txn);
    expect(restored).toBe(0);
    expect(new Set(skipped.map(({ why }) => why))).toEqual(new Set(["interface-gone"]));
  });

  it("undoes a transaction once", async () => {
    const { txn } = await applyAll();
    await undo(txn);
    expect(await failureOf(undo(txn))).toBe("txn-closed");
    expect(await failureOf(undo("0".repeat(32)))).toBe("no-txn");
  });

  it("allows six changes in a minute and no seventh", async () => {
    for (let round = 0; round < 3; round++) await undo((await applyAll()).txn);
    expect((await askOnce(room, helper.path, "status", {})).remaining.minute).toBe(0);
    const before = await room.table();
    expect(await failureOf(applyAll())).toBe("rate-limited");
    expect(await room.table()).toBe(before);
  });
});
