import { describe, expect, it } from "vitest";
import { Refusal } from "../../../electron/helper/refusal.ts";
import { routeKey } from "../../../shared/snapshot/route.ts";
import { darwinAfterSwitch, linuxAfterSwitch } from "../../support/helper/after-switch.ts";
import { ask } from "../../support/helper/ask.ts";
import { Killed } from "../../support/helper/machine.ts";
import type { Machine } from "../../support/helper/machine.ts";

const makers = [
  ["Linux", linuxAfterSwitch],
  ["Darwin", darwinAfterSwitch],
] as const;

const rowsOf = ({ rows }: Machine) => rows.map(routeKey).toSorted();

async function everything(machine: Machine) {
  const { digest, entries } = await ask(machine.host(), "plan", {});
  return { digest, only: entries.map(({ id }) => id) };
}

/** Works with a helper that dies in front of its n-th call; true when it came to the end. */
async function survives(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    // A living helper would answer `partial` to a call that fails in the middle.
    if (error instanceof Killed || (error instanceof Refusal && error.code === "partial")) return false;
    throw error;
  }
}

async function undoWhatCanBeUndone(machine: Machine): Promise<void> {
  const { undoable } = await ask(machine.host(), "status", {});
  if (undoable !== null) await ask(machine.host(), "undo", { txn: undoable });
}

describe.each(makers)("a helper on %s that is killed", (_name, make) => {
  it.each([false, true])(
    "in front of any call of an apply (line torn: %s) leaves a table that undo makes whole",
    async (torn) => {
      let alive = false;
      for (let call = 1; !alive; call++) {
        const machine = make();
        const before = rowsOf(machine);
        const wanted = await everything(machine);
        alive = await survives(ask(machine.host(call, torn), "apply", wanted));
        await undoWhatCanBeUndone(machine);
        expect(rowsOf(machine), `killed in front of call ${call}`).toEqual(before);
      }
    },
  );

  it.each([false, true])(
    "in front of any call of an undo (line torn: %s) leaves a table that a second undo makes whole",
    async (torn) => {
      let alive = false;
      for (let call = 1; !alive; call++) {
        const machine = make();
        const before = rowsOf(machine);
        const { txn } = await ask(machine.host(), "apply", await everything(machine));
        alive = await survives(ask(machine.host(call, torn), "undo", { txn }));
        await undoWhatCanBeUndone(machine);
        expect(rowsOf(machine), `killed in front of call ${call}`).toEqual(before);
      }
    },
  );

  it("does not go on with what was broken off, only records it", async () => {
    const machine = make();
    const wanted = await everything(machine);
    const all = machine.host();
    await ask(all, "apply", wanted);
    const half = make();
    await survives(ask(half.host(Math.floor(all.calls() / 2)), "apply", await everything(half)));
    const before = rowsOf(half);
    const { transactions } = await ask(half.host(), "journal", { limit: 1 });
    expect(rowsOf(half)).toEqual(before);
    expect(transactions[0]).toMatchObject({ state: "recovered", undoable: true });
  });

  it("has nothing to undo after the next start of the machine", async () => {
    const machine = make();
    const { txn } = await ask(machine.host(), "apply", await everything(machine));
    machine.boot = "boot-2";
    const after = rowsOf(machine);
    expect(await ask(machine.host(), "status", {})).toMatchObject({ undoable: null });
    await expect(ask(machine.host(), "undo", { txn })).rejects.toThrow("txn_closed");
    expect(rowsOf(machine)).toEqual(after);
  });
});
