import { describe, expect } from "vitest";
import { labTest } from "../lab-test.ts";
import { SERVER } from "../network/addresses.ts";
import { growthOf } from "./memory.ts";
import { say } from "./progress.ts";
import { runSoak, type SoakOutcome } from "./run-soak.ts";
import { rightPin } from "./state-of-laptop.ts";

const SWITCHES = Number(process.env["HOLDFAST_SOAK_SWITCHES"] ?? 15);
const SEED = Number(process.env["HOLDFAST_SOAK_SEED"] ?? Date.now() % 1_000_000);
/** What the heap of a JavaScript engine breathes, and from how many switches on that can be told from growth. */
const BREATH_KB = 10 * 1024;
const WEIGHED_FROM = 500;
/** A look takes so long, and what it found may be written. */
const LATE_MS = 100;

describe(`a soak of ${SWITCHES} switches, HOLDFAST_SOAK_SEED=${SEED}`, () => {
  labTest("loses no session, writes nothing wrong and leaves nothing", async ({ lab }) => {
    say(`HOLDFAST_SOAK_SWITCHES=${SWITCHES} HOLDFAST_SOAK_SEED=${SEED}, logs in ${lab.folder}`);
    const outcome = await runSoak(lab, SWITCHES, SEED);
    tell(outcome);
    expectTheSession(outcome);
    expectTheTable(outcome, rightPin(lab));
    expectTheWrites(outcome);
    expectNothingLeft(outcome);
  });
});

function expectTheSession({ before, after, chronicle }: SoakOutcome): void {
  expect(after).toMatchObject({ client: before.client, tunnel: before.tunnel });
  expect(chronicle.faults).toEqual([]);
}

function expectTheTable({ survived, fresh }: SoakOutcome, pin: string): void {
  expect(survived.filter((row) => row.startsWith(SERVER))).toEqual([pin]);
  expect(survived).toEqual(fresh);
}

function expectTheWrites({ replayed }: SoakOutcome): void {
  expect(replayed.unattributed).toEqual([]);
  expect(replayed.unseen).toEqual([]);
  expect(replayed.writes.filter(({ lateMs }) => lateMs > LATE_MS)).toEqual([]);
}

function expectNothingLeft({ before, after, chronicle }: SoakOutcome): void {
  const known = new Set(before.belongings.files);
  const added = after.belongings.files.filter((file) => !known.has(file) && !file.includes("/holdfast/"));
  expect(added).toEqual([]);
  expect(after.belongings.processes).toEqual(before.belongings.processes);
  const { earlyKb, lateKb } = growthOf(chronicle.weights);
  if (SWITCHES >= WEIGHED_FROM) expect(lateKb - earlyKb).toBeLessThan(BREATH_KB);
}

function tell({ chronicle: { weights, faults }, replayed, answeredPings }: SoakOutcome): void {
  const { counts, unattributed, unseen, writes } = replayed;
  const authors = Object.entries(counts).map(([who, count]) => `${count} ${who}`);
  const late = writes.map(({ lateMs }) => lateMs).filter((time) => time > 0);
  const { earlyKb, lateKb, samples } = growthOf(weights);
  say(`changes of routes: ${authors.join(", ")}`);
  say(`unattributed ${unattributed.length}, switches not in the log ${unseen.length}, faults ${faults.length}`);
  say(`writes after their network was left: ${late.length}, latest ${Math.max(0, ...late).toFixed(1)} ms`);
  say(`memory of the longest-lived helper: ${earlyKb} KB, later ${lateKb} KB (${samples} samples)`);
  say(`answered pings, five a second: ${answeredPings}`);
}
