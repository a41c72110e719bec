import { describe, expect, it } from "vitest";
import type { Host } from "../../../electron/helper/host.ts";
import { ask } from "../../support/helper/ask.ts";
import {
  copyOf,
  dying,
  everyStep,
  isWhole,
  survives,
  tableOf,
  withStaleRows,
} from "../../support/helper/kill-matrix.ts";
import type { Machine } from "../../support/helper/machine.ts";
import { numbersFrom } from "../../support/numbers-from.ts";

const LONG = process.env["HOLDFAST_LONG"] === "1";
/** With many rows only every n-th place, else all of them. On Linux a row more is one call more, on macOS many. */
const STRIDES: Readonly<Record<"linux" | "darwin", Readonly<Record<number, number>>>> = {
  linux: { 1: 1, 5: 1, 50: LONG ? 1 : 7 },
  darwin: { 1: 1, 5: 1, 50: LONG ? 1 : 37 },
};
/** A line that was being written is torn at every n-th byte, and at both ends. */
const TEAR_STEP = LONG ? 41 : 367;
const RANDOM_RUNS = LONG ? 1_000 : 200;
const SEED = Number(process.env["HOLDFAST_SEED"] ?? 20_260_104);
const PATIENCE = 30 * 60_000;

type Work = (machine: Machine, host: Host) => Promise<unknown>;

/** A machine on which something is about to be done, as often as wanted. */
interface Case {
  readonly before: string;
  readonly machine: Machine;
  readonly work: Work;
}

async function applying(machine: Machine): Promise<Case> {
  const wanted = await everyStep(machine);
  return { before: tableOf(machine), machine, work: (_machine, host) => ask(host, "apply", wanted) };
}

async function undoing(machine: Machine): Promise<Case> {
  const { before, work } = await applying(machine);
  await work(machine, machine.host());
  const { undoable } = await ask(machine.host(), "status", {});
  return { before, machine, work: (_machine, host) => ask(host, "undo", { txn: undoable ?? "" }) };
}

/** What a kill leaves: the machine without what was being written, and with its line torn at several places. */
function leftovers(machine: Machine, unwritten: ReturnType<typeof dying>["unwritten"]): Machine[] {
  const last = unwritten();
  if (last === null) return [machine];
  const lengths = Array.from({ length: Math.ceil(last.line.length / TEAR_STEP) }, (_, place) => place * TEAR_STEP);
  return [...lengths, last.line.length - 1, last.line.length].map((length) => {
    const torn = copyOf(machine);
    torn.journal.set(last.name, (machine.journal.get(last.name) ?? "") + last.line.slice(0, length));
    return torn;
  });
}

/** Kills a helper at every n-th of its calls; how many of the machines it left are whole, of how many. */
async function killEverywhere(
  { before, machine, work }: Case,
  stride: number,
): Promise<{ whole: number; all: number }> {
  const result = { whole: 0, all: 0 };
  for (let call = 1, alive = false; !alive; call += stride) {
    const struck = copyOf(machine);
    const { host, unwritten } = dying(struck, call);
    alive = await survives(work(struck, host));
    for (const left of leftovers(struck, unwritten)) {
      result.all += 1;
      result.whole += Number(await isWhole(left, before));
    }
  }
  return result;
}

const cases = (["linux", "darwin"] as const).flatMap((os) =>
  Object.entries(STRIDES[os]).flatMap(([rows, stride]) => [
    { os, rows: Number(rows), stride, name: "apply", prepare: applying },
    { os, rows: Number(rows), stride, name: "undo", prepare: undoing },
  ]),
);

describe("T-C1 a helper that is killed at any of its steps, its last line torn anywhere", () => {
  it.each(cases)(
    "during $name of $rows on $os leaves a table which, with what can be undone, is the one before",
    async ({ os, rows, stride, name, prepare }) => {
      const { whole, all } = await killEverywhere(await prepare(withStaleRows(os, rows)), stride);
      console.log(`T-C1: ${os}, ${name} of ${rows}: ${whole} of ${all}`);
      expect(whole).toBe(all);
      expect(all).toBeGreaterThan(8);
    },
    PATIENCE,
  );

  it(
    "at random, the helpers that come to recover and to undo among them, leaves a machine that the next one mends",
    async () => {
      const next = numbersFrom(SEED);
      let whole = 0;
      let killed = 0;
      for (let round = 0; round < RANDOM_RUNS; round++) {
        const machine = withStaleRows(next(2) === 0 ? "linux" : "darwin", 1 + next(8));
        const { before, work } = await (next(2) === 0 ? applying : undoing)(machine);
        let struck = machine;
        let isAlive = false;
        const strike = async (task: Work, calls: number) => {
          const { host, unwritten } = dying(struck, 1 + next(calls));
          isAlive = await survives(task(struck, host));
          killed += Number(!isAlive);
          const left = leftovers(struck, unwritten);
          struck = left[next(left.length)] ?? struck;
        };
        await strike(work, 120);
        for (let helper = next(3); helper > 0; helper--) {
          await strike((_machine, host) => ask(host, "status", {}), 20);
          const { undoable } = await ask(copyOf(struck).host(), "status", {});
          if (undoable !== null) await strike((_machine, host) => ask(host, "undo", { txn: undoable }), 120);
        }
        whole += Number(await isWhole(struck, before));
      }
      console.log(`T-C1: ${whole} of ${RANDOM_RUNS} random runs with ${killed} kills, seed ${SEED}`);
      expect(whole).toBe(RANDOM_RUNS);
      expect(killed).toBeGreaterThan(RANDOM_RUNS / 2);
    },
    PATIENCE,
  );
});
