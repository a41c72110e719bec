import { describe, expect, it } from "vitest";
import { observed } from "../../../shared/snapshot/part.ts";
import { darwinRoute, linuxRoute } from "../../support/example-route.ts";
import { physical } from "../../support/helper/after-switch.ts";
import { ask, refusalOf } from "../../support/helper/ask.ts";
import { everyStep, tableOf, withStaleRows } from "../../support/helper/kill-matrix.ts";
import type { Machine } from "../../support/helper/machine.ts";

const OWNER = 1000;
const systems = [
  { os: "linux" as const, row: linuxRoute, card: "wlan0", router: "172.20.10.1", index: 4 },
  { os: "darwin" as const, row: darwinRoute, card: "en0", router: "172.20.10.1", index: null },
];

/** A machine after an apply, with the commands of it forgotten. */
async function applied(os: "linux" | "darwin"): Promise<{ machine: Machine; txn: string }> {
  const machine = withStaleRows(os, 3);
  const { txn } = await ask(machine.host(), "apply", await everyStep(machine), OWNER);
  machine.changes.length = 0;
  return { machine, txn };
}

describe.each(systems)("an undo on $os", ({ os, row, card, router, index }) => {
  it("T-U1 is refused to any other user, and nothing is touched", async () => {
    const { machine, txn } = await applied(os);
    const before = tableOf(machine);
    for (const uid of [1, 999, 1001, 65_534, 4_294_967_294]) {
      expect(await refusalOf(ask(machine.host(), "undo", { txn }, uid))).toBe("denied");
    }
    expect({ table: tableOf(machine), changes: machine.changes }).toEqual({ table: before, changes: [] });
  });

  it("T-U2 is refused after the next start of the machine, and nothing is touched", async () => {
    const { machine, txn } = await applied(os);
    machine.boot = "boot-2";
    expect(await refusalOf(ask(machine.host(), "undo", { txn }, OWNER))).toBe("txn_closed");
    expect(machine.changes).toEqual([]);
  });

  const links = [
    ["is gone", []],
    ["is of another kind", [physical(card, { index, kind: "bridge" })]],
    ...(index === null ? [] : [["has another index", [physical(card, { index: index + 1 })]] as const]),
  ] as const;

  it.each(links)("T-U3 leaves out every row whose interface %s", async (_what, interfaces) => {
    const { machine, txn } = await applied(os);
    machine.seen = { ...machine.seen, interfaces: observed([...interfaces]) };
    const { restored, skipped } = await ask(machine.host(), "undo", { txn }, OWNER);
    expect({ restored, why: skipped.map(({ why }) => why) }).toEqual({
      restored: 0,
      why: Array(3).fill("interface-gone"),
    });
    expect(machine.changes).toEqual([]);
  });

  it("T-U4 leaves out a row in whose place another has come, and never replaces", async () => {
    const { machine, txn } = await applied(os);
    const other = row({ destination: "203.0.113.2/32", gateway: router });
    machine.rows.push(other);
    const { restored, skipped } = await ask(machine.host(), "undo", { txn }, OWNER);
    expect({ restored, why: skipped.map(({ why }) => why) }).toEqual({ restored: 2, why: ["occupied"] });
    expect(machine.rows).toContain(other);
    const verbs = new Set(machine.changes.map((change) => /\b(add|delete|del|change|replace)\b/.exec(change)?.[1]));
    expect([...verbs].filter((verb) => verb === "change" || verb === "replace")).toEqual([]);
    expect(verbs).toContain("add");
    expect(machine.changes.filter((change) => change.includes("203.0.113.2"))).toEqual([]);
  });
});
