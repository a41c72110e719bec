import { describe, expect, it } from "vitest";
import type { Host } from "../../../electron/helper/host.ts";
import { Refusal } from "../../../electron/helper/refusal.ts";
import { ask, refusalOf } from "../../support/helper/ask.ts";
import { everyStep, tableOf, undoAll, withStaleRows } from "../../support/helper/kill-matrix.ts";
import type { Machine } from "../../support/helper/machine.ts";

const APPLIES = 200;

/**
 * Helpers on one machine with one lock. It is passed on in the order in which they asked for it; who asks while more
 * than `queue` wait has waited too long.
 */
function helpersOn(machine: Machine, queue: number): () => Host {
  let turn = Promise.resolve();
  let waiting = 0;
  return () => ({
    ...machine.host(),
    async lock() {
      if (waiting > queue) throw new Refusal("busy");
      waiting += 1;
      const mine = turn;
      let release = () => undefined as void;
      turn = new Promise((resolve) => (release = resolve));
      await mine;
      return () => {
        waiting -= 1;
        release();
      };
    },
  });
}

describe.each(["linux", "darwin"] as const)("T-C2 two hundred applies of one plan at the same time on %s", (os) => {
  it.each([0, 20, APPLIES])("are one that is carried out, and refusals, when %i may wait", async (queue) => {
    const machine = withStaleRows(os, 5);
    const before = tableOf(machine);
    const wanted = await everyStep(machine);
    const helper = helpersOn(machine, queue);
    const outcomes = await Promise.all(
      Array.from({ length: APPLIES }, () => refusalOf(ask(helper(), "apply", wanted))),
    );
    expect(outcomes.filter((outcome) => outcome === "none")).toHaveLength(1);
    expect(outcomes.filter((outcome) => !["none", "busy", "plan_changed", "plan_empty"].includes(outcome))).toEqual([]);
    expect(machine.journal.size).toBe(1);
    expect(machine.changes).toHaveLength(5);
    await undoAll(machine);
    expect(tableOf(machine)).toBe(before);
  });
});
