import { describe, expect, it } from "vitest";
import type { PlanAnswer } from "../../../shared/contract/helper-protocol.ts";
import { routeKey } from "../../../shared/snapshot/route.ts";
import { darwinRoute } from "../../support/example-route.ts";
import { darwinAfterSwitch, linuxAfterSwitch } from "../../support/helper/after-switch.ts";
import { ask, refusalOf } from "../../support/helper/ask.ts";
import type { Machine } from "../../support/helper/machine.ts";

const plan = (machine: Machine) => ask(machine.host(), "plan", {});
const all = ({ digest, entries }: PlanAnswer) => ({ digest, only: entries.map(({ id }) => id) });
const applyAll = async (machine: Machine, uid?: number) => ask(machine.host(), "apply", all(await plan(machine)), uid);
const keys = ({ rows }: Machine) => rows.map(routeKey).toSorted();

describe("apply on Darwin", () => {
  it("deletes by destination, mask and scope, and undo adds the same rows again", async () => {
    const machine = darwinAfterSwitch();
    const before = keys(machine);
    const { txn, done } = await applyAll(machine);
    expect(done).toBe(3);
    expect(machine.changes.toSorted()).toEqual([
      "/sbin/route -n delete -host 203.0.113.9 10.51.0.1",
      "/sbin/route -n delete -host 222.66.117.109 10.51.0.1",
      "/sbin/route -n delete -net 203.0.113.0/24 10.51.0.1",
    ]);
    expect(await ask(machine.host(), "undo", { txn })).toEqual({ restored: 3, skipped: [] });
    expect(keys(machine)).toEqual(before);
  });

  it("does not believe a tool that says it has worked", async () => {
    const machine = darwinAfterSwitch();
    const wanted = all(await plan(machine));
    const host = machine.host();
    const deaf = {
      ...host,
      run: async (command: readonly string[]) =>
        command[2] === "delete" ? { status: 0, output: "" } : host.run(command),
    };
    const answer = await ask(deaf, "apply", wanted);
    expect(answer.done).toBe(0);
    expect(answer.failed.map(({ err }) => err)).toEqual(["tool_failed", "tool_failed", "tool_failed"]);
    expect(await ask(machine.host(), "status", {})).toMatchObject({ undoable: null });
  });

  it("leaves a row alone that another one hides from the kernel's eyes", async () => {
    const machine = darwinAfterSwitch();
    const wanted = all(await plan(machine));
    const host = machine.host();
    // Right after planning another program puts its own row in the place: same destination, other router.
    const late = {
      ...host,
      observe: async () => {
        const seen = await host.observe();
        machine.rows.splice(
          machine.rows.findIndex(({ destination }) => destination === "203.0.113.9/32"),
          1,
          darwinRoute({ destination: "203.0.113.9/32", gateway: "172.20.10.1" }),
        );
        return seen;
      },
    };
    const answer = await ask(late, "apply", wanted);
    expect(answer.failed.map(({ err }) => err)).toEqual(["conflict"]);
    expect(
      machine.rows.some(({ destination, gateway }) => destination === "203.0.113.9/32" && gateway === "172.20.10.1"),
    ).toBe(true);
  });
});

describe("apply on Linux", () => {
  it("replaces in place, and makes the lost router on-link only for the length of the command that undoes it", async () => {
    const machine = linuxAfterSwitch();
    const before = keys(machine);
    const { txn } = await applyAll(machine);
    expect(machine.changes.filter((change) => change.includes("default") || change.includes("0.0.0.0/0"))).toEqual([
      "/usr/sbin/ip -4 route change 0.0.0.0/0 via 172.20.10.1 dev wlan0 table main proto boot metric 100",
    ]);
    machine.changes.length = 0;
    await ask(machine.host(), "undo", { txn });
    expect(keys(machine)).toEqual(before);
    // Added and removed once for the replacement, and once for all deletions together.
    expect(machine.changes.filter((change) => change.includes("198.51.100.1/32"))).toHaveLength(4);
  });

  it("takes only the steps that were chosen", async () => {
    const machine = linuxAfterSwitch();
    const { digest, entries } = await plan(machine);
    const one = entries.find(({ step }) => step.op === "delete-route");
    const { done } = await ask(machine.host(), "apply", { digest, only: [one?.id ?? ""] });
    expect(done).toBe(1);
    expect(machine.changes).toHaveLength(1);
  });

  it("waits for no client where none was asked to reconnect", async () => {
    const machine = linuxAfterSwitch();
    const letOthersGo = () => Promise.reject(new Error("waited"));
    const { entries, digest } = await plan(machine);
    const routes = entries.filter(({ step }) => step.op !== "nudge-client").map(({ id }) => id);
    const { done } = await ask({ ...machine.host(), letOthersGo }, "apply", { digest, only: routes });
    expect(done).toBe(routes.length);
  });

  it("refuses steps that are not of the plan, a plan of another table, and a second time", async () => {
    const machine = linuxAfterSwitch();
    const shown = await plan(machine);
    const foreign = { digest: shown.digest, only: ["0".repeat(64)] };
    expect(await refusalOf(ask(machine.host(), "apply", foreign))).toBe("conflict");
    machine.rows.pop();
    expect(await refusalOf(ask(machine.host(), "apply", all(shown)))).toBe("plan_changed");
    machine.rows.length = 1;
    const { digest } = await plan(machine);
    expect(await refusalOf(ask(machine.host(), "apply", { digest }))).toBe("plan_empty");
    expect(machine.changes).toEqual([]);
  });

  it("touches nothing when the journal cannot be written", async () => {
    const machine = linuxAfterSwitch();
    const wanted = all(await plan(machine));
    const host = machine.host();
    const create = () => {
      throw new Error("ENOSPC");
    };
    const full = { ...host, journal: { ...host.journal, create } };
    await expect(ask(full, "apply", wanted)).rejects.toThrow("ENOSPC");
    expect(machine.changes).toEqual([]);
  });

  it("says that part was done when the journal breaks in the middle, and the rest can be undone", async () => {
    const machine = linuxAfterSwitch();
    const before = keys(machine);
    const wanted = all(await plan(machine));
    const host = machine.host();
    const append = () => {
      throw new Error("EIO");
    };
    const broken = { ...host, journal: { ...host.journal, append } };
    expect(await refusalOf(ask(broken, "apply", wanted))).toBe("partial");
    const { undoable } = await ask(machine.host(), "status", {});
    await ask(machine.host(), "undo", { txn: undoable ?? "" });
    expect(keys(machine)).toEqual(before);
  });

  it("refuses a table of more than twenty thousand rows", async () => {
    const machine = linuxAfterSwitch();
    const row = machine.rows[0];
    if (row !== undefined) machine.rows.push(...Array.from({ length: 20_000 }, () => row));
    expect(await refusalOf(plan(machine))).toBe("too_many");
  });
});

describe("undo", () => {
  it("is for the user who applied and for root, and nobody else sees the transaction", async () => {
    const machine = linuxAfterSwitch();
    const { txn } = await applyAll(machine, 1000);
    expect(await refusalOf(ask(machine.host(), "undo", { txn }, 1001))).toBe("denied");
    expect(await ask(machine.host(), "journal", { limit: 5 }, 1001)).toEqual({ transactions: [] });
    expect(await ask(machine.host(), "status", {}, 1001)).toMatchObject({ undoable: null });
    expect(await ask(machine.host(), "undo", { txn }, 0)).toMatchObject({ skipped: [] });
  });

  it("is refused after a day, after another boot, a second time, and for a name that nobody knows", async () => {
    const machine = linuxAfterSwitch();
    const { txn } = await applyAll(machine);
    expect(await refusalOf(ask(machine.host(), "undo", { txn: "f".repeat(32) }))).toBe("no_txn");
    machine.now += 24 * 60 * 60 * 1000;
    expect(await refusalOf(ask(machine.host(), "undo", { txn }))).toBe("txn_closed");
    machine.now -= 24 * 60 * 60 * 1000;
    machine.boot = "boot-2";
    expect(await refusalOf(ask(machine.host(), "undo", { txn }))).toBe("txn_closed");
    machine.boot = "boot-1";
    await ask(machine.host(), "undo", { txn });
    expect(await refusalOf(ask(machine.host(), "undo", { txn }))).toBe("txn_closed");
  });
});

describe("the journal", () => {
  it("tells the newest transactions first, with what became of each step", async () => {
    const machine = linuxAfterSwitch();
    const first = await applyAll(machine);
    await ask(machine.host(), "undo", { txn: first.txn });
    const second = await applyAll(machine);
    const { transactions } = await ask(machine.host(), "journal", { limit: 10 });
    expect(transactions.map(({ txn, state, undoable }) => ({ txn, state, undoable }))).toEqual([
      { txn: second.txn, state: "committed", undoable: true },
      { txn: first.txn, state: "undone", undoable: false },
    ]);
    expect(transactions[0]?.steps.every(({ done }) => done)).toBe(true);
    expect(transactions[0]?.startedAt).toMatch(/^2026-01-01T00:00:00/);
  });

  it("keeps fifty transactions and lets the oldest go", async () => {
    const machine = linuxAfterSwitch();
    for (let round = 0; round < 55; round++) {
      const { txn } = await applyAll(machine);
      await ask(machine.host(), "undo", { txn });
      machine.now += 10 * 60 * 1000;
    }
    expect(machine.journal.size).toBe(50);
  });

  it("keeps the last transaction of a person however large it is, for it may be taken back", async () => {
    const machine = linuxAfterSwitch();
    const { txn } = await applyAll(machine);
    // As long as one of a thousand IPv6 rows.
    machine.journal.set(txn, `${machine.journal.get(txn)}${"\n".repeat(1024 * 1024)}`);
    for (let other = 0; other < 60; other++) machine.journal.set(String(other).padStart(32, "f"), "torn");
    expect(await ask(machine.host(), "status", {})).toMatchObject({ undoable: txn });
    expect([...machine.journal.keys()]).toEqual([txn]);
  });

  it("limits changes to six in a minute and thirty in an hour for each user, also when the clock is turned back", async () => {
    const machine = linuxAfterSwitch();
    const change = async () => ask(machine.host(), "undo", { txn: (await applyAll(machine)).txn });
    for (let round = 0; round < 3; round++) await change();
    expect(await refusalOf(change())).toBe("rate_limited");
    machine.now -= 30_000;
    expect(await refusalOf(change())).toBe("rate_limited");
    expect((await ask(machine.host(), "status", {}, 1001)).remaining).toEqual({ minute: 6, hour: 30 });
    for (let round = 0; round < 4; round++) {
      machine.now += 2 * 60_000;
      for (let twice = 0; twice < 3; twice++) await change();
    }
    machine.now += 2 * 60_000;
    expect((await ask(machine.host(), "status", {})).remaining).toEqual({ minute: 6, hour: 0 });
    expect(await refusalOf(change())).toBe("rate_limited");
  });
});
