import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isForbidden } from "../../electron/helper/guard.ts";
import { snapshotOf } from "../../shared/capture/snapshot-of.ts";
import { valuesOf } from "../../shared/snapshot/part.ts";
import { routeKey } from "../../shared/snapshot/route.ts";
import type { Route } from "../../shared/snapshot/route.ts";
import type { Snapshot } from "../../shared/snapshot/snapshot.ts";
import { recordedCaptures } from "../captures/recorded-captures.ts";
import { worlds } from "./worlds/world.ts";

const WORLDS = process.env["HOLDFAST_LONG"] === "1" ? 20_000 : 1_500;

/** Beginnings of the addresses that are nobody's but the kernel's: loopback, link-local, multicast, broadcast. */
const KERNELS = [/^127\./, /^169\.254\./, /^2(?:2[4-9]|3\d)\./, /^255\.255\.255\.255\//, /^::1\//, /^fe[89ab]/, /^ff/];

/** What helper-security §5.2 says must never be touched, whatever a planner says; by texts and words alone. */
function isSacred(route: Route, snapshot: Snapshot): boolean {
  if (route.destination.endsWith("/0") || route.type !== "unicast") return true;
  if (["local", "255", "52"].includes(route.table) || route.table !== "main" || route.protocol === "kernel")
    return true;
  if (KERNELS.some((pattern) => pattern.test(route.destination))) return true;
  return valuesOf(snapshot.tunnelOwners).some((owner) => owner.interface === route.interface);
}

/** The rows that a planner gets past the guard which has lost its mind and proposes to delete every row. */
function passed(snapshot: Snapshot): Route[] {
  const rows = [...valuesOf(snapshot.routes.inet), ...valuesOf(snapshot.routes.inet6)];
  return rows.filter((route) => !isForbidden({ op: "delete-route", route }, [], snapshot));
}

const sacred = (snapshot: Snapshot) =>
  passed(snapshot)
    .filter((route) => isSacred(route, snapshot))
    .map(routeKey);

describe("T-S5 the helper's own guard, alone against a planner that proposes every row", () => {
  it.each(["linux", "darwin"] as const)("lets nothing pass on %s that must never be touched", (os) => {
    let rows = 0;
    fc.assert(
      fc.property(worlds(os), ({ snapshot }) => {
        rows += passed(snapshot).length;
        expect(sacred(snapshot)).toEqual([]);
      }),
      { numRuns: WORLDS },
    );
    // A guard that lets nothing at all pass would hold, too.
    expect(rows).toBeGreaterThan(WORLDS / 10);
  });

  it("nor on any recorded machine", () => {
    const machines = recordedCaptures().map(({ capture }) => snapshotOf(capture).snapshot);
    expect(machines.flatMap(sacred)).toEqual([]);
    expect(machines.flatMap(passed).length).toBeGreaterThan(100);
  });
});
