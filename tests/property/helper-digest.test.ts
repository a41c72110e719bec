import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sha256 } from "../../electron/helper/judge.ts";
import { assess } from "../../shared/health/assess.ts";
import { planDigest, stepId } from "../../shared/repair/digest.ts";
import type { PlanIdentity } from "../../shared/repair/digest.ts";
import { planRepair } from "../../shared/repair/plan.ts";
import type { PlannedStep } from "../../shared/repair/plan-model.ts";
import type { Route } from "../../shared/snapshot/route.ts";
import { darwinRoute, linuxRoute } from "../support/example-route.ts";
import { numbersFrom } from "../support/numbers-from.ts";
import { shuffled } from "./repair/shuffled.ts";
import { worlds } from "./worlds/world.ts";

const TABLES = process.env["HOLDFAST_LONG"] === "1" ? 10_000 : 1_000;
const IDENTITY: PlanIdentity = { ruleset: "rules", boot: "boot-1", sha256 };

const text = fc.constantFrom("wlan0", "en0", "203.0.113.7", "198.51.100.1", "static", "link", "x");
const optional = fc.option(text, { nil: null });
const family = fc.constantFrom<Route["family"]>("inet", "inet6");
const number = fc.option(fc.nat(5_000), { nil: null });
/** Each field of a route with values that it may have. */
const FIELDS: { readonly [Field in keyof Route]: fc.Arbitrary<Route[Field]> } = {
  family,
  destination: fc.ipV4Extended().map((address) => `${address}/32`),
  gateway: text,
  interface: optional,
  type: fc.constantFrom<Route["type"]>("unicast", "blackhole", "throw"),
  source: optional,
  table: fc.constantFrom("main", "local", "52"),
  metric: number,
  protocol: optional,
  scope: optional,
  scoped: fc.boolean(),
  host: fc.boolean(),
  flags: fc.array(fc.constantFrom("U", "G", "H", "S"), { maxLength: 4 }),
  linkAddress: optional,
  metrics: fc.dictionary(fc.constantFrom("mtu", "rtt", "hoplimit"), fc.nat(9_000)),
  preference: optional,
  multipath: fc.boolean(),
  unmodelled: fc.array(text, { maxLength: 2 }),
};
const route: fc.Arbitrary<Route> = fc.record(FIELDS);
const tables = fc.array(route, { minLength: 1, maxLength: 12 });

const planned = (rows: readonly Route[]): PlannedStep[] =>
  rows.map((row) => {
    const step = { op: "delete-route", route: row } as const;
    const id = stepId(step, sha256);
    return { id, finding: "gateway-pin-stale", certainty: "proven", selected: true, step, inverse: null };
  });
const digestOf = (rows: readonly Route[]) => planDigest(planned(rows), IDENTITY);

describe("T-P4 the digest of a plan", () => {
  it("is another one when any one field of any row differs", () => {
    const change = fc
      .constantFrom(...(Object.keys(FIELDS) as (keyof Route)[]))
      .chain((field) => (FIELDS[field] as fc.Arbitrary<unknown>).map((value) => ({ [field]: value })));
    let changed = 0;
    fc.assert(
      fc.property(tables, fc.nat(), change, (rows, choice, one) => {
        const at = choice % rows.length;
        const other = rows.map((row, place): Route => (place === at ? { ...row, ...one } : row));
        const isSame = JSON.stringify(other) === JSON.stringify(rows);
        changed += Number(!isSame);
        expect(digestOf(other) === digestOf(rows)).toBe(isSame);
      }),
      { numRuns: TABLES },
    );
    expect(changed).toBeGreaterThan(TABLES / 2);
  });

  it("is the same in whatever order the rows and their fields come", () => {
    fc.assert(
      fc.property(tables, fc.nat(), (rows, seed) => {
        const next = numbersFrom(seed);
        const turned = rows.map((row) => Object.fromEntries(Object.entries(row).toReversed()) as Route);
        const mixed = turned.map((row) => ({ row, rank: next(1_000_000) })).toSorted((a, b) => a.rank - b.rank);
        expect(digestOf(mixed.map(({ row }) => row))).toBe(digestOf(rows));
      }),
      { numRuns: TABLES },
    );
  });

  it.each(["linux", "darwin"] as const)(
    "of a machine on %s is the same for helper and app, in whatever order they see it",
    (os) => {
      // As the command line and the app have it, which plan for display what the helper plans for itself.
      const app: PlanIdentity = { ...IDENTITY, sha256: (value) => createHash("sha256").update(value).digest("hex") };
      fc.assert(
        fc.property(worlds(os), ({ snapshot, history, choice }) => {
          const helpers = planRepair(assess(snapshot, history), snapshot, IDENTITY, history);
          const other = shuffled(snapshot, choice);
          expect(planRepair(assess(other, history), other, app, history).digest).toBe(helpers.digest);
        }),
        { numRuns: TABLES / 2 },
      );
    },
  );

  it("is this text, on whatever system it is made", () => {
    const rows = [
      linuxRoute(),
      darwinRoute({ metrics: { mtu: 1_400 } }),
      linuxRoute({ interface: "wlan\u00e9\u{1f600}" }),
    ];
    expect(digestOf(rows)).toMatchInlineSnapshot(`"eeed641459058b8f9212d13c400be0c33d8e2e2f3203f35385cb8837fb0c487c"`);
  });
});
