import { describe, expect, it } from "vitest";
import { routeKey } from "../../shared/snapshot/route.ts";
import type { Route } from "../../shared/snapshot/route.ts";
import { darwinRoute, linuxRoute } from "../support/example-route.ts";
import { ask, refusalOf } from "../support/helper/ask.ts";
import { withStaleRows } from "../support/helper/kill-matrix.ts";
import { numbersFrom } from "../support/numbers-from.ts";

const TRIALS = process.env["HOLDFAST_LONG"] === "1" ? 20_000 : 1_000;
const SEED = Number(process.env["HOLDFAST_SEED"] ?? 20_260_105);

const OTHER_WAY: readonly Partial<Route>[] = [{ gateway: "172.20.10.1" }, { gateway: "172.20.10.9" }];
/** What may differ in a row that takes the place of another. */
const CHANGES: Record<"linux" | "darwin", readonly Partial<Route>[]> = {
  darwin: [...OTHER_WAY, { interface: "en7" }, { flags: ["U", "G", "H"] }],
  linux: [
    ...OTHER_WAY,
    { interface: "eth7" },
    { metric: 50 },
    { protocol: "static" },
    { metrics: { mtu: 1_280 } },
    { source: "172.20.10.2" },
    { table: "52" },
  ],
};

const PIN = { darwin: darwinRoute, linux: linuxRoute };

describe("T-R1 a table that changes between the plan and its apply", () => {
  it.each(["linux", "darwin"] as const)(
    "loses on %s no row that was not planned, and mostly nothing at all",
    async (os) => {
      const next = numbersFrom(SEED);
      const outcomes = new Map<string, number>();
      for (let trial = 0; trial < TRIALS; trial++) {
        const machine = withStaleRows(os, 1 + next(4));
        const { digest, entries } = await ask(machine.host(), "plan", {});
        const wanted = { digest, only: entries.map(({ id }) => id) };
        const planned = new Set(entries.flatMap(({ step }) => ("route" in step ? [routeKey(step.route)] : [])));
        for (let left = next(3); left >= 0; left--) {
          // Without the rows of the loopback a table of macOS counts as cut.
          const places = machine.rows.flatMap((one, place) => (one.interface === "lo0" ? [] : [place]));
          const at = places[next(places.length || 1)] ?? -1;
          const row = machine.rows[at];
          if (row === undefined) break;
          const change = CHANGES[os][next(CHANGES[os].length)];
          if (next(3) === 0) machine.rows.splice(at, 1);
          else if (next(2) === 0) machine.rows.splice(at, 1, { ...row, ...change });
          else machine.rows.push(PIN[os]({ ...change, destination: `203.0.113.${100 + next(50)}/32` }));
        }
        const before = machine.rows.map(routeKey);
        const outcome = await refusalOf(ask(machine.host(), "apply", wanted));
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        const after = new Set(machine.rows.map(routeKey));
        expect(before.filter((key) => !after.has(key) && !planned.has(key))).toEqual([]);
        if (outcome !== "none") expect(machine.changes).toEqual([]);
      }
      console.log(`T-R1: ${TRIALS} trials on ${os}: ${JSON.stringify(Object.fromEntries(outcomes))}, seed ${SEED}`);
      expect([...outcomes.keys()].filter((outcome) => !["none", "plan_changed"].includes(outcome))).toEqual([]);
      expect(outcomes.get("plan_changed")).toBeGreaterThan(TRIALS / 3);
    },
  );
});
