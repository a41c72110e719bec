import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { converse } from "../../../electron/helper-client/conversation.ts";
import { HelperFailure } from "../../../electron/helper-client/helper-failure.ts";
import { startHelper } from "../../../electron/helper-client/helper-process.ts";
import type { AnswerOf, AnsweredOperation } from "../../../shared/contract/helper-protocol.ts";
import type { Details } from "../../../electron/helper-client/conversation.ts";
import { buildProgram } from "./helper-bundle.ts";
import type { BuiltProgram } from "./helper-bundle.ts";
import { askOnce } from "./helper-in-room.ts";
import { makeNetworkRoom } from "./network-room.ts";
import type { NetworkRoom } from "./network-room.ts";

// Every call by `npm run test:long`; else some of them, in other places for apply than for undo.
const STRIDE = process.env["HOLDFAST_LONG"] === "1" ? 1 : 9;
const MORE_CALLS_THAN_THERE_ARE = 300;

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

async function planOf(room: NetworkRoom) {
  const { digest, entries } = await askOnce(room, helper.path, "plan", {});
  return { digest, only: entries.map(({ id }) => id) };
}

/** Undoes whatever can be undone, as a person would after the crash. */
async function undoAll(room: NetworkRoom): Promise<void> {
  const { undoable } = await askOnce(room, helper.path, "status", {});
  if (undoable !== null) await askOnce(room, helper.path, "undo", { txn: undoable });
}

async function inRoom(work: (room: NetworkRoom, before: string) => Promise<void>): Promise<void> {
  const room = await makeNetworkRoom();
  try {
    await work(room, await room.table());
  } finally {
    await room.remove();
  }
}

describe("a helper that is killed", () => {
  it("in front of any of its calls during apply leaves a table that undo makes whole again", async () => {
    let survived = false;
    for (let call = STRIDE; !survived; call += STRIDE) {
      await inRoom(async (room, before) => {
        const { answer } = await dieAt(room, call, "apply", await planOf(room));
        survived = answer !== null;
        await undoAll(room);
        expect(await room.table(), `killed in front of call ${call}`).toBe(before);
      });
      expect(call).toBeLessThan(MORE_CALLS_THAN_THERE_ARE);
    }
  });

  it("in front of any of its calls during undo leaves a table that a second undo makes whole again", async () => {
    let survived = false;
    for (let call = 1; !survived; call += STRIDE) {
      await inRoom(async (room, before) => {
        const { txn } = await askOnce(room, helper.path, "apply", await planOf(room));
        const { answer } = await dieAt(room, call, "undo", { txn });
        survived = answer !== null;
        await undoAll(room);
        expect(await room.table(), `killed in front of call ${call}`).toBe(before);
      });
      expect(call).toBeLessThan(MORE_CALLS_THAN_THERE_ARE);
    }
  });
});
