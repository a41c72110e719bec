import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assess, everyFinding } from "../../shared/health/assess.ts";
import { factsOf } from "../../shared/health/facts.ts";
import type { Facts } from "../../shared/health/facts.ts";
import { isUsable } from "../../shared/health/next-hop.ts";
import { tunnelOwnership } from "../../shared/health/tunnels.ts";
import { EMPTY_HISTORY } from "../../shared/history/history.ts";
import type { History } from "../../shared/history/history.ts";
import { MOST_PINS } from "../../shared/history/remember-pins.ts";
import { remember } from "../../shared/history/remember.ts";
import { parseAddress } from "../../shared/network/address.ts";
import { planRepair } from "../../shared/repair/plan.ts";
import { simulate } from "../../shared/repair/simulate.ts";
import { veto } from "../../shared/repair/veto.ts";
import { unobserved, valuesOf } from "../../shared/snapshot/part.ts";
import { routeKey } from "../../shared/snapshot/route.ts";
import type { Route } from "../../shared/snapshot/route.ts";
import type { OperatingSystem, Snapshot } from "../../shared/snapshot/snapshot.ts";
import { planIdentity } from "../support/plan-identity.ts";
import { movesBetweenSameSubnets } from "./worlds/same-subnets.ts";
import type { Move } from "./worlds/same-subnets.ts";

const numRuns = Number(process.env["HOLDFAST_RUNS"] ?? (process.env["HOLDFAST_LONG"] === "1" ? 100_000 : 2_000));
const STRENGTH = ["suspected", "likely", "proven"];
const SERVER = parseAddress("203.0.113.9");

const seen = (looks: readonly Snapshot[]): History =>
  looks.reduce((history, look) => remember(history, look, assess(look, history), null), EMPTY_HISTORY);
const planOf = (snapshot: Snapshot, history: History) =>
  planRepair(assess(snapshot, history), snapshot, planIdentity, history);
const foreign = (snapshot: Snapshot, history: History) =>
  everyFinding(factsOf(snapshot, history)).filter(({ id }) => id === "gateway-pin-foreign");

const keyOf = (route: Route | null) => (route === null ? "" : routeKey(route));
const stepsAgainstForeignPins = (snapshot: Snapshot, history: History) =>
  planOf(snapshot, history).steps.filter(({ finding }) => finding === "gateway-pin-foreign");

function reachesServer(facts: Facts): boolean {
  const best = SERVER === null ? null : facts.forwarding.best(SERVER);
  if (best === null || best.type !== "unicast" || best.interface === null || !isUsable(facts, best)) return false;
  return !facts.isTunnel(best.interface) || tunnelOwnership(facts, best.interface) !== "gone";
}

describe.each(["darwin", "linux"] as const)("a pin carried between networks with the same addresses on %s", (os) => {
  const check = (property: (move: Move, os: OperatingSystem) => void) =>
    fc.assert(
      fc.property(movesBetweenSameSubnets(os), (move) => property(move, os)),
      { numRuns },
    );

  it("is repaired by what is planned, with nothing left to plan, and its server stays reachable", () => {
    check(({ before, now }) => {
      const history = seen(before);
      const steps = stepsAgainstForeignPins(now, history);
      for (const some of [steps, steps.filter(({ selected }) => selected)]) {
        const repaired = simulate(
          now,
          some.map(({ step }) => step),
        );
        if (reachesServer(factsOf(now, history))) expect(reachesServer(factsOf(repaired, history))).toBe(true);
        const left = stepsAgainstForeignPins(repaired, history);
        expect(left.filter(({ selected }) => selected || some === steps)).toEqual([]);
      }
    });
  });

  it("is found only where its next hop is no router, and with proof only by the ledger", () => {
    check(({ before, now }) => {
      const rows = valuesOf(now.routes.inet);
      const routers = rows.filter(({ destination }) => destination === "0.0.0.0/0").map(({ gateway }) => gateway);
      for (const { route } of foreign(now, seen(before))) expect(routers).not.toContain(route?.gateway);
      expect(foreign(now, EMPTY_HISTORY).filter(({ certainty }) => certainty === "proven")).toEqual([]);
    });
  });

  it("is judged no harder when less is observed", () => {
    check(({ before, now }) => {
      const history = seen(before);
      const full = foreign(now, history);
      const parts = ["interfaces", "neighbours", "processes", "tunnelOwners", "sockets", "rules"] as const;
      for (const part of parts) {
        for (const finding of foreign({ ...now, [part]: unobserved("not-in-capture") }, history)) {
          const known = full.find(({ route }) => keyOf(route) === keyOf(finding.route));
          expect(STRENGTH.indexOf(known?.certainty ?? "")).toBeGreaterThanOrEqual(STRENGTH.indexOf(finding.certainty));
        }
      }
    });
  });

  it("is judged the same whatever the order of the input", () => {
    check(({ before, now }) => {
      const turned = (snapshot: Snapshot): Snapshot => ({
        ...snapshot,
        routes: {
          ...snapshot.routes,
          inet: { observed: true, partial: false, value: valuesOf(snapshot.routes.inet).toReversed() },
        },
        neighbours: { observed: true, partial: false, value: valuesOf(snapshot.neighbours).toReversed() },
        interfaces: { observed: true, partial: false, value: valuesOf(snapshot.interfaces).toReversed() },
      });
      const history = seen(before);
      expect(seen(before.map(turned))).toEqual(history);
      expect(assess(turned(now), history)).toEqual(assess(now, history));
      expect(planOf(turned(now), history).digest).toBe(planOf(now, history).digest);
    });
  });

  it("is never deleted past the veto by a planner without the ledger while its next hop is on-link", () => {
    check(({ now }) => {
      const facts = factsOf(now, EMPTY_HISTORY);
      for (const route of facts.routes.filter((row) => row.host && row.gateway !== "link" && isUsable(facts, row)))
        expect(veto({ op: "delete-route", route }, now)).not.toBeNull();
    });
  });

  it("is remembered once, however often it is seen, and only while it is in the table", () => {
    check(({ before, now }) => {
      const history = seen([...before, now]);
      const again = remember(history, now, assess(now, history), null);
      expect(again).toEqual(history);
      expect(history.pins.length).toBeLessThanOrEqual(MOST_PINS);
      const rows = valuesOf(now.routes.inet).map(({ destination, gateway }) => `${destination} ${gateway}`);
      for (const pin of history.pins) expect(rows).toContain(`${pin.destination} ${pin.gateway}`);
    });
  });
});
