import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Refusal } from "../../electron/helper/refusal.ts";
import type { Host } from "../../electron/helper/host.ts";
import { routeKey } from "../../shared/snapshot/route.ts";
import type { Route } from "../../shared/snapshot/route.ts";
import { linuxRoute } from "../support/example-route.ts";
import { linuxAfterSwitch } from "../support/helper/after-switch.ts";
import { ask } from "../support/helper/ask.ts";
import type { Machine } from "../support/helper/machine.ts";

const isLong = process.env["HOLDFAST_LONG"] === "1";

/** What another program does to the table: takes a row away, adds one, or puts its own in the place of one. */
const interference = fc.record({
  kind: fc.constantFrom("remove", "add", "replace"),
  place: fc.nat(),
  row: fc
    .record({
      destination: fc.constantFrom("203.0.113.9/32", "203.0.113.10/32", "203.0.113.11/32", "203.0.113.12/32"),
      gateway: fc.constantFrom("172.20.10.1", "198.51.100.1", "172.20.10.9"),
      metric: fc.constantFrom(null, 50, 100),
    })
    .map(linuxRoute),
  /** In front of which command of the helper it happens. */
  before: fc.nat(30),
});
type Interference = typeof interference extends fc.Arbitrary<infer Value> ? Value : never;

function interfere(rows: Route[], { kind, place, row }: Interference): void {
  const at = place % Math.max(1, rows.length);
  if (kind === "remove") rows.splice(at, 1);
  else if (kind === "add") rows.push(row);
  else rows.splice(at, 1, row);
}

/** A helper beside which other programs work, and the rows that were there whenever one of them had finished. */
function disturbed(machine: Machine, acts: readonly Interference[]): { host: Host; foreign: Set<string> } {
  const inner = machine.host();
  const foreign = new Set<string>();
  let commands = 0;
  const interfereFirst = () => {
    for (const act of acts.filter(({ before }) => before === commands)) {
      interfere(machine.rows, act);
      if (act.kind !== "remove") foreign.add(routeKey(act.row));
    }
    commands += 1;
  };
  const run: Host["run"] = async (command) => (interfereFirst(), inner.run(command));
  // Between any two lines, too: what is run together is not looked at in between.
  const runTogether: Host["runTogether"] = async (lines) => {
    for (const line of lines) {
      interfereFirst();
      await inner.runTogether([line]);
    }
  };
  return { host: { ...inner, run, runTogether }, foreign };
}

describe("an apply beside which other programs change the table", () => {
  it("never takes away a row that was not in the plan", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(interference, { minLength: 1, maxLength: 4 }), async (acts) => {
        const machine = linuxAfterSwitch();
        const { digest, entries } = await ask(machine.host(), "plan", {});
        const planned = new Set(entries.flatMap(({ step }) => ("route" in step ? [routeKey(step.route)] : [])));
        const { host, foreign } = disturbed(machine, acts);
        const only = entries.map(({ id }) => id);
        await ask(host, "apply", { digest, only }).catch(expectRefusal);
        const deleted = machine.changes.filter((change) => change.includes(" route del "));
        const left = new Set(machine.rows.map(routeKey));
        for (const key of foreign) {
          const wasReplacedByOthers = !left.has(key) && acts.some(({ kind }) => kind !== "add");
          expect(left.has(key) || planned.has(key) || wasReplacedByOthers).toBe(true);
        }
        // Every deletion names the planned row in full: router, interface, table, protocol.
        for (const change of deleted) expect(change).toMatch(/ via 198\.51\.100\.1 dev wlan0 table main proto /);
      }),
      { numRuns: isLong ? 20_000 : 1_000 },
    );
  });
});

function expectRefusal(error: unknown): void {
  expect(error).toBeInstanceOf(Refusal);
}
