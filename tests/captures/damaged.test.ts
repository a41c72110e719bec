import { describe, expect, it } from "vitest";
import { numbersFrom } from "../support/numbers-from.ts";
import { judgeCapture } from "./damage/judged-capture.ts";
import { mutatedCapture } from "./damage/mutated-capture.ts";
import { shuffledCapture } from "./damage/shuffles.ts";
import { truncations } from "./damage/truncations.ts";
import { changesOfGoodRows, wrongChanges } from "./damage/wrong-changes.ts";
import { noteFigures } from "./figures.ts";
import { recordedCaptures } from "./recorded-captures.ts";

const isLong = process.env["HOLDFAST_LONG"] === "1";
const mutations = Number(process.env["HOLDFAST_RUNS"] ?? (isLong ? 10_000 : 30));
const seed = Number(process.env["HOLDFAST_SEED"] ?? Date.now() % 0x7fff_ffff);
const SHUFFLES = 5;
/** Between two pauses, in which the test runner hears that this process lives. */
const BATCH = 500;
/** One hour for one capture: only to end what hangs. */
const PATIENCE = 60 * 60_000;

const judged = recordedCaptures().filter(({ expected }) => !expected.gallery);
const told = (damage: string, wrong: readonly string[]) => wrong.map((words) => `${damage}: ${words}`);

describe(`a damaged capture (seed ${seed})`, () => {
  it.for(judged)("$name: in another order it says the same", (recorded, context) => {
    const whole = judgeCapture(recorded.capture);
    const next = numbersFrom(seed);
    const others = Array.from({ length: SHUFFLES }, () => judgeCapture(shuffledCapture(recorded.capture, next)));
    const wrong = others.flatMap((other) => changesOfGoodRows(other, recorded));
    noteFigures(context, recorded, { shuffles: SHUFFLES, wrongChanges: wrong.length });
    for (const other of others) expect(other.assessment).toEqual(whole.assessment);
    for (const other of others) expect(other.plan.digest).toBe(whole.plan.digest);
    expect(wrong).toEqual([]);
  });

  it.for(judged)("$name: cut off anywhere, it changes no good row", (recorded, context) => {
    const cuts = [...truncations(recorded.capture, numbersFrom(seed))];
    const wrong = cuts.flatMap((cut, index) => told(`cut ${index}`, changesOfGoodRows(judgeCapture(cut), recorded)));
    noteFigures(context, recorded, { truncations: cuts.length, wrongChanges: wrong.length });
    expect(wrong).toEqual([]);
  });

  it.for(judged)("$name: mutated, it changes no row but a dead one", { timeout: PATIENCE }, async (recorded, context) => {
    const whole = judgeCapture(recorded.capture);
    const wrong: string[] = [];
    for (let index = 0; index < mutations; index++) {
      const mutated = judgeCapture(mutatedCapture(recorded.capture, numbersFrom(seed + index)));
      wrong.push(...told(`mutation ${seed + index}`, wrongChanges(mutated, whole, recorded)));
      if (index % BATCH === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    noteFigures(context, recorded, { mutations, wrongChanges: wrong.length });
    expect(wrong.slice(0, 20)).toEqual([]);
  });
});
