import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { contestFor } from "../../shared/explain/route-contest.ts";
import { explainRoute } from "../../shared/explain/explain-route.ts";
import { InterfacesReport } from "../../shared/explain/interface-report.ts";
import { interfacesReport } from "../../shared/explain/interfaces-report.ts";
import { RouteExplanation } from "../../shared/explain/route-explanation.ts";
import { factsOf } from "../../shared/health/facts.ts";
import { isUsable } from "../../shared/health/next-hop.ts";
import { parseAddress } from "../../shared/network/address.ts";
import { prefixContains } from "../../shared/network/prefix.ts";
import { destinationOf } from "../../shared/network/route-prefix.ts";
import { planRepair } from "../../shared/repair/plan.ts";
import { simulate } from "../../shared/repair/simulate.ts";
import { assess } from "../../shared/health/assess.ts";
import { Preflight } from "../../shared/preflight/preflight-report.ts";
import type { Outcome } from "../../shared/preflight/preflight-report.ts";
import { preflight } from "../../shared/preflight/preflight.ts";
import { valuesOf } from "../../shared/snapshot/part.ts";
import { routeKey } from "../../shared/snapshot/route.ts";
import type { Route } from "../../shared/snapshot/route.ts";
import type { Snapshot } from "../../shared/snapshot/snapshot.ts";
import { TEST_IDENTITY } from "../support/judged.ts";
import { worlds } from "./worlds/world.ts";
import type { World } from "./worlds/world.ts";

const numRuns = Number(process.env["HOLDFAST_RUNS"] ?? (process.env["HOLDFAST_LONG"] === "1" ? 20_000 : 500));

/** Outcomes that the address alone decides, whatever row contains it. */
const SETTLED_BY_ADDRESS = new Set<Outcome>(["this-computer", "not-a-host", "zone-missing"]);

const rowsOf = ({ routes }: Snapshot): Route[] => [...valuesOf(routes.inet), ...valuesOf(routes.inet6)];

/** Hand-made rows stand last; the rows of the system repeat from world to world. */
const MOST_NAMED = 10;

/** Addresses that somebody may ask about: the ends of the rows, servers of clients, and some that no row names. */
function addressesOf(snapshot: Snapshot): string[] {
  const named = rowsOf(snapshot).map(({ destination }) => destination.replace(/\/.*$/, ""));
  const some = [...new Set(named)].slice(-MOST_NAMED);
  return [...new Set([...some, "203.0.113.77", "192.168.1.1", "10.20.0.5", "2001:db8::77", "fe80::1", "224.0.0.9"])];
}

function foreseeAll({ snapshot, history }: World): Preflight[] {
  return addressesOf(snapshot).map((host) =>
    preflight(snapshot, history, { target: { host, isName: false, port: 443 }, lookup: { state: "not-needed" } }),
  );
}

describe.each(["darwin", "linux"] as const)("in every world of %s", (os) => {
  const inEveryWorld = (holds: (world: World) => void) => fc.assert(fc.property(worlds(os), holds), { numRuns });

  it("a pre-flight is a whole document, and its parts agree", () => {
    inEveryWorld((world) => {
      for (const report of foreseeAll(world)) {
        expect(v.is(Preflight, report)).toBe(true);
        const [way] = report.ways;
        if (way === undefined) throw new Error("an address has a way");
        expect(report.works).toBe(way.works);
        // What fails is explained: by an error, or because no system says how it ends.
        if (way.works === "yes") expect(way.error).toBeNull();
        if (way.works === "no")
          expect(way.winner === null || way.evidence.length + (way.error === null ? 0 : 1)).toBeTruthy();
        if (way.works !== "yes") expect(report.advice).not.toEqual([]);
      }
    });
  });

  it("no connection is promised by a row that is dead, and none is denied by one that works without a reason", () => {
    inEveryWorld((world) => {
      const facts = factsOf(world.snapshot, world.history);
      const ways = foreseeAll(world).flatMap((report) => report.ways);
      const sent = ways.filter(({ outcome }) => !SETTLED_BY_ADDRESS.has(outcome));
      const promised = sent.flatMap(({ works, winner }) => (works === "yes" && winner !== null ? [winner] : []));
      expect(promised.filter((row) => !isUsable(facts, row))).toEqual([]);
      const denied = sent.filter(({ works, winner }) => works === "no" && winner !== null);
      expect(denied.filter(({ evidence }) => evidence.length === 0)).toEqual([]);
    });
  });

  it("the winner is the kernel's, and every other row that contains the address is named once with its reason", () => {
    inEveryWorld(({ snapshot, history }) => {
      const { forwarding } = factsOf(snapshot, history);
      for (const text of addressesOf(snapshot)) {
        const address = parseAddress(text);
        if (address === null || address.zone !== null) continue;
        const { winner, losers } = contestFor(snapshot, forwarding, address);
        expect(winner).toEqual(forwarding.best(address));
        const containing = valuesOf(snapshot.routes[address.family]).filter((row) =>
          prefixContains(destinationOf(row), address),
        );
        const named = [...(winner === null ? [] : [winner]), ...losers.map(({ route }) => route)].map(routeKey);
        expect(new Set(named)).toEqual(new Set(containing.map(routeKey)));
        expect(new Set(named).size).toBe(named.length);
      }
    });
  });

  it("after the repair no server is foreseen to fail by what was repaired", () => {
    inEveryWorld(({ snapshot, history }) => {
      const assessment = assess(snapshot, history);
      const plan = planRepair(assessment, snapshot, TEST_IDENTITY, history);
      const steps = plan.steps.filter(({ selected }) => selected);
      const after = simulate(
        snapshot,
        steps.map(({ step }) => step),
      );
      const repaired = new Set(
        steps.flatMap(({ step, finding }) =>
          step.op === "delete-route" || step.op === "replace-route" ? [`${finding} ${routeKey(step.route)}`] : [],
        ),
      );
      for (const { ways } of foreseeAll({ snapshot: after, history, choice: 0 }))
        for (const { finding, winner } of ways)
          expect(winner !== null && finding !== null && repaired.has(`${finding} ${routeKey(winner)}`)).toBe(false);
    });
  });

  it("every row and every interface is explained", () => {
    inEveryWorld(({ snapshot, history }) => {
      const facts = factsOf(snapshot, history);
      for (const route of rowsOf(snapshot)) expect(v.is(RouteExplanation, explainRoute(facts, route))).toBe(true);
      const report = interfacesReport(facts);
      expect(v.is(InterfacesReport, report)).toBe(true);
      const living = new Set(facts.clients.flatMap((client) => (client.alive ? (client.interface ?? []) : [])));
      // What a living client holds is never called left over.
      for (const { name, role } of report.interfaces) if (living.has(name)) expect(role).not.toBe("leftover-tunnel");
    });
  });
});
