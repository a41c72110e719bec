import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { HelperFailure } from "../../../electron/helper-client/helper-failure.ts";
import { buildProgram } from "./helper-bundle.ts";
import type { BuiltProgram } from "./helper-bundle.ts";
import { askOnce } from "./helper-in-room.ts";
import { makeNetworkRoom } from "./network-room.ts";
import type { NetworkRoom } from "./network-room.ts";

// So many processes as are asked for by the gate take two processors half a minute to start, let alone to work; then the
// kernel is shared so unfairly that some do not get to read their first line in time, which is a refusal like any other.
const APPLIES = process.env["HOLDFAST_LONG"] === "1" ? 200 : 10;
const REFUSALS = ["busy", "plan-changed", "plan-empty", ...(APPLIES > 50 ? ["timeout"] : [])];
const PATIENCE = 10 * 60_000;

let helper: BuiltProgram;
let room: NetworkRoom;

beforeAll(async () => {
  [helper, room] = await Promise.all([buildProgram("electron/helper/helper.ts"), makeNetworkRoom()]);
});
afterAll(() => Promise.all([helper.remove(), room.remove()]));

describe("T-C2 applies of one plan at the same time, each by a helper of its own", () => {
  it(
    "are one that is carried out, and refusals",
    async () => {
      const before = await room.table();
      const { digest, entries } = await askOnce(room, helper.path, "plan", {});
      const wanted = { digest, only: entries.map(({ id }) => id) };
      const apply = () =>
        askOnce(room, helper.path, "apply", wanted).then(
          () => "done",
          (error: HelperFailure) => error.code,
        );
      const outcomes = await Promise.all(Array.from({ length: APPLIES }, apply));
      const counts = Object.fromEntries(
        [...new Set(outcomes)].map((one) => [one, outcomes.filter((outcome) => outcome === one).length]),
      );
      console.log(`T-C2: ${APPLIES} applies: ${JSON.stringify(counts)}`);
      expect(counts["done"]).toBe(1);
      expect(outcomes.filter((outcome) => outcome !== "done" && !REFUSALS.includes(outcome))).toEqual([]);
      const { transactions } = await askOnce(room, helper.path, "journal", { limit: 10 });
      expect(transactions).toHaveLength(1);
      await askOnce(room, helper.path, "undo", { txn: transactions[0]?.txn ?? "" });
      expect(await room.table()).toBe(before);
    },
    PATIENCE,
  );
});
