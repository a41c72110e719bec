import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { converse } from "../../../electron/helper-client/conversation.ts";
import { HelperFailure } from "../../../electron/helper-client/helper-failure.ts";
import { startHelper } from "../../../electron/helper-client/helper-process.ts";
import type { AnswerOf, AnsweredOperation } from "../../../shared/contract/helper-protocol.ts";
import type { Details } from "../../../electron/helper-client/conversation.ts";
import { numbersFrom } from "../../support/numbers-from.ts";
import { buildProgram } from "./helper-bundle.ts";
import type { BuiltProgram } from "./helper-bundle.ts";
import { askOnce } from "./helper-in-room.ts";
import { makeNetworkRoom } from "./network-room.ts";
import type { NetworkRoom } from "./network-room.ts";

const isLong = process.env["HOLDFAST_LONG"] === "1";
/**
 * How many routes, and at every how manieth call the helper is killed: each of them by `npm run test:long`, but for the
 * largest plan. The machine in memory of tests/unit/helper/crash-matrix.test.ts is killed at all of them.
 */
const STRIDES: Readonly<Record<number, number>> = isLong ? { 1: 1, 6: 1, 50: 13 } : { 1: 11, 6: 17 };
const SIZES = Object.entries(STRIDES).map(([routes, stride]) => ({ routes: Number(routes), stride }));
const ROUTES_IN_ROOM = 6;
const RANDOM_KILLS = isLong ? 100 : 2;
const SEED = Number(process.env["HOLDFAST_SEED"] ?? 20_260_108);
const MORE_CALLS_THAN_THERE_ARE = 2_000;
const PATIENCE = 60 * 60_000;

let helper: BuiltProgram;
let crashing: BuiltProgram;

beforeAll(async () => {
  [helper, crashing] = await Promise.all([
    buildProgram("electron/helper/helper.ts"),
    buildProgram("tests/lab/helper/crashing-helper.ts"),
  ]);
});
afterAll(() => Promise.all([helper.remove(), crashing.remove()]));

/** Lets a helper do one thing and die in front of its n-th call to the machine; gives the number of calls when it lived. */
async function dieAt<Operation extends AnsweredOperation>(
  room: NetworkRoom,
  call: number,
  operation: Operation,
  details: Details<Operation>,
): Promise<{ answer: AnswerOf<Operation> | null; calls: number }> {
  const command = [...room.enter, process.execPath, crashing.path, room.stateDirectory, String(call)];
  const conversation = converse(startHelper(command), () => new HelperFailure("helper-ended"));
  try {
    return { answer: await conversation.ask(operation, details, 30_000), calls: 0 };
  } catch (error) {
    if (error instanceof HelperFailure && error.code === "helper-ended") return { answer: null, calls: call };
    throw error;
  } finally {
    await conversation.close();
  }
}

/** The first so many steps of the plan. */
async function planOf(room: NetworkRoom, routes: number) {
  const { digest, entries } = await askOnce(room, helper.path, "plan", {});
  expect(entries.length).toBeGreaterThanOrEqual(routes);
  return { digest, only: entries.slice(0, routes).map(({ id }) => id) };
}

/** Undoes whatever can be undone, as a person would after the crash. */
async function undoAll(room: NetworkRoom): Promise<void> {
  const { undoable } = await askOnce(room, helper.path, "status", {});
  if (undoable !== null) await askOnce(room, helper.path, "undo", { txn: undoable });
}

async function inRoom<Result>(routes: number, work: (room: NetworkRoom) => Promise<Result>): Promise<Result> {
  const room = await makeNetworkRoom();
  try {
    await room.ip("addr", "add", "198.51.100.2/28", "dev", "wlan0");
    for (let route = ROUTES_IN_ROOM; route < routes; route++) {
      await room.ip("route", "add", `203.0.114.${route}`, "via", "198.51.100.1", "dev", "wlan0");
    }
    await room.ip("addr", "del", "198.51.100.2/28", "dev", "wlan0");
    return await work(room);
  } finally {
    await room.remove();
  }
}

type Trial = (routes: number, call: number) => Promise<{ readonly survived: boolean; readonly isWhole: boolean }>;

const duringApply: Trial = (routes, call) =>
  inRoom(routes, async (room) => {
    const before = await room.table();
    const { answer } = await dieAt(room, call, "apply", await planOf(room, routes));
    await undoAll(room);
    return { survived: answer !== null, isWhole: (await room.table()) === before };
  });

const duringUndo: Trial = (routes, call) =>
  inRoom(routes, async (room) => {
    const before = await room.table();
    const { txn } = await askOnce(room, helper.path, "apply", await planOf(room, routes));
    const { answer } = await dieAt(room, call, "undo", { txn });
    await undoAll(room);
    return { survived: answer !== null, isWhole: (await room.table()) === before };
  });

const trials = [
  ["apply", duringApply],
  ["undo", duringUndo],
] as const;

describe.each(trials)("T-C1 a helper that is killed in front of any of its calls during %s", (name, trial) => {
  it.each(SIZES)(
    "of $routes routes leaves a table that undo makes whole again, tried at one call in $stride",
    async ({ routes, stride }) => {
      const broken: number[] = [];
      let survived = false;
      let all = 0;
      for (let call = Math.ceil(stride / 2); !survived; call += stride, all++) {
        const result = await trial(routes, call);
        if (!result.isWhole) broken.push(call);
        survived = result.survived;
        expect(call).toBeLessThan(MORE_CALLS_THAN_THERE_ARE);
      }
      console.log(`T-C1: in a kernel, ${name} of ${routes}: ${all - broken.length} of ${all}`);
      expect(broken).toEqual([]);
    },
    PATIENCE,
  );

  it(
    "that is drawn, of as many routes as are drawn, leaves a table that undo makes whole again",
    async () => {
      const next = numbersFrom(SEED);
      const broken: string[] = [];
      for (let kill = 0; kill < RANDOM_KILLS; kill++) {
        const [routes, call] = [1 + next(ROUTES_IN_ROOM), 1 + next(60)];
        if (!(await trial(routes, call)).isWhole) broken.push(`${routes} routes, call ${call}`);
      }
      console.log(
        `T-C1: in a kernel, ${name}: ${RANDOM_KILLS - broken.length} of ${RANDOM_KILLS} at random, seed ${SEED}`,
      );
      expect(broken).toEqual([]);
    },
    PATIENCE,
  );
});
