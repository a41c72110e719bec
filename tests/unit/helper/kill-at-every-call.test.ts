import { describe, expect, it } from "vitest";
import { darwinAfterSwitch, linuxAfterSwitch } from "../../support/helper/after-switch.ts";
import { ask } from "../../support/helper/ask.ts";
import { everyStep, survives, tableOf, undoAll } from "../../support/helper/kill-matrix.ts";

const makers = [
  ["Linux", linuxAfterSwitch],
  ["Darwin", darwinAfterSwitch],
] as const;

describe.each(makers)("a helper on %s that is killed", (_name, make) => {
  it.each([false, true])(
    "in front of any call of an apply (line torn: %s) leaves a table that undo makes whole",
    async (torn) => {
      let alive = false;
      for (let call = 1; !alive; call++) {
        const machine = make();
        const before = tableOf(machine);
        const wanted = await everyStep(machine);
        alive = await survives(ask(machine.host(call, torn), "apply", wanted));
        await undoAll(machine);
        expect(tableOf(machine), `killed in front of call ${call}`).toEqual(before);
      }
    },
  );

  it.each([false, true])(
    "in front of any call of an undo (line torn: %s) leaves a table that a second undo makes whole",
    async (torn) => {
      let alive = false;
      for (let call = 1; !alive; call++) {
        const machine = make();
        const before = tableOf(machine);
        const { txn } = await ask(machine.host(), "apply", await everyStep(machine));
        alive = await survives(ask(machine.host(call, torn), "undo", { txn }));
        await undoAll(machine);
        expect(tableOf(machine), `killed in front of call ${call}`).toEqual(before);
      }
    },
  );

  it("does not go on with what was broken off, only records it", async () => {
    const machine = make();
    const wanted = await everyStep(machine);
    const all = machine.host();
    await ask(all, "apply", wanted);
    const half = make();
    await survives(ask(half.host(Math.floor(all.calls() / 2)), "apply", await everyStep(half)));
    const before = tableOf(half);
    const { transactions } = await ask(half.host(), "journal", { limit: 1 });
    expect(tableOf(half)).toEqual(before);
    expect(transactions[0]).toMatchObject({ state: "recovered", undoable: true });
  });

  it("has nothing to undo after the next start of the machine", async () => {
    const machine = make();
    const { txn } = await ask(machine.host(), "apply", await everyStep(machine));
    machine.boot = "boot-2";
    const after = tableOf(machine);
    expect(await ask(machine.host(), "status", {})).toMatchObject({ undoable: null });
    await expect(ask(machine.host(), "undo", { txn })).rejects.toThrow("txn_closed");
    expect(tableOf(machine)).toEqual(after);
  });

  it("T-C3 and is followed by the next start of the machine leaves nothing to do: it is closed, and nothing is touched", async () => {
    let expired = 0;
    for (let call = 1, alive = false; !alive; call++) {
      const machine = make();
      alive = await survives(ask(machine.host(call), "apply", await everyStep(machine)));
      machine.boot = "boot-2";
      const before = tableOf(machine);
      machine.changes.length = 0;
      expect(await ask(machine.host(), "status", {})).toMatchObject({ undoable: null });
      const { transactions } = await ask(machine.host(), "journal", { limit: 5 });
      for (const { state, undoable } of transactions)
        expect({ state, undoable }).toEqual({ state: "expired", undoable: false });
      expired += [...machine.journal.values()].filter((text) => text.includes('{"record":"expired"}')).length;
      expect({ table: tableOf(machine), changes: machine.changes }).toEqual({ table: before, changes: [] });
    }
    expect(expired).toBeGreaterThan(10);
  });
});
