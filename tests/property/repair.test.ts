import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assess, everyFinding } from "../../shared/health/assess.ts";
import { factsOf } from "../../shared/health/facts.ts";
import type { Facts } from "../../shared/health/facts.ts";
import type { Finding } from "../../shared/health/finding.ts";
import { isUsable } from "../../shared/health/next-hop.ts";
import { tunnelOwnership } from "../../shared/health/tunnels.ts";
import { parseAddress } from "../../shared/network/address.ts";
import type { Address } from "../../shared/network/address.ts";
import { destinationOf, isDefault } from "../../shared/network/route-prefix.ts";
import { isLinkLocalAddress, isLoopbackAddress, isMulticastAddress } from "../../shared/network/special-prefixes.ts";
import { planRepair } from "../../shared/repair/plan.ts";
import { simulate } from "../../shared/repair/simulate.ts";
import type { Step } from "../../shared/repair/step.ts";
import { veto } from "../../shared/repair/veto.ts";
import { unobserved, valuesOf } from "../../shared/snapshot/part.ts";
import type { Part } from "../../shared/snapshot/part.ts";
import { routeKey } from "../../shared/snapshot/route.ts";
import type { Snapshot } from "../../shared/snapshot/snapshot.ts";
import { worlds } from "./worlds/world.ts";
import type { World } from "./worlds/world.ts";

const numRuns = Number(process.env["HOLDFAST_RUNS"] ?? (process.env["HOLDFAST_LONG"] === "1" ? 100_000 : 2_000));
const identity = {
  ruleset: "test",
  boot: "boot",
  sha256: (text: string) => createHash("sha256").update(text).digest("hex"),
};

const plan = ({ snapshot, history }: World) => planRepair(assess(snapshot, history), snapshot, identity);
const selectedSteps = (world: World) => plan(world).steps.flatMap(({ selected, step }) => (selected ? [step] : []));
const allSteps = (world: World) => plan(world).steps.map(({ step }) => step);
const after = (world: World, steps: readonly Step[]): World => ({
  ...world,
  snapshot: simulate(world.snapshot, steps),
});

/** Addresses worth asking about: the ends of every prefix, the servers, the far internet. */
function probes({ snapshot }: World): Address[] {
  const bases = valuesOf(snapshot.routes.inet).map(destinationOf);
  const inside = bases.map((prefix) => ({ ...prefix, value: prefix.value + (prefix.length < 31 ? 7n : 0n) }));
  const fixed = ["1.1.1.1", "130.1.1.1", "203.0.113.9", "203.0.113.11", "203.0.113.77", "10.20.5.1"];
  return [...inside, ...fixed.flatMap((text) => parseAddress(text) ?? [])];
}

function carriesPackets(facts: Facts, address: Address): boolean {
  const best = facts.forwarding.best(address);
  if (best === null || best.type !== "unicast" || !isUsable(facts, best)) return false;
  return (
    best.interface === null || !facts.isTunnel(best.interface) || tunnelOwnership(facts, best.interface) !== "gone"
  );
}

function isProtectedFromPhysical(facts: Facts, address: Address): boolean {
  const best = facts.forwarding.best(address);
  if (best === null) return false;
  if (best.type !== "unicast") return true;
  return best.interface !== null && facts.isTunnel(best.interface) && tunnelOwnership(facts, best.interface) !== "gone";
}

function leavesByPhysical(facts: Facts, address: Address): boolean {
  const best = facts.forwarding.best(address);
  return best !== null && best.type === "unicast" && best.interface !== null && facts.isPhysical(best.interface);
}

const strength = ["suspected", "likely", "proven"];
const sameFinding = (a: Finding, b: Finding) =>
  a.id === b.id &&
  (a.route === null || b.route === null ? a.route === b.route : routeKey(a.route) === routeKey(b.route));

describe.each(["darwin", "linux"] as const)("repairs on %s", (os) => {
  const check = (property: (world: World) => void) => fc.assert(fc.property(worlds(os), property), { numRuns });

  it("repair what they claim to repair, and leave nothing to plan again", () => {
    check((world) => {
      const steps = plan(world).steps.filter(({ selected }) => selected);
      const repaired = after(
        world,
        steps.map(({ step }) => step),
      );
      const left = assess(repaired.snapshot, repaired.history).findings;
      for (const { finding, step } of steps) {
        const keys = "route" in step ? [routeKey(step.route)] : [];
        expect(
          left.filter(
            ({ id, route }) => id === finding && (route === null ? keys.length === 0 : keys.includes(routeKey(route))),
          ),
        ).toEqual([]);
      }
      expect(selectedSteps(repaired)).toEqual([]);
    });
  });

  it("keep every address reachable that was reachable", () => {
    check((world) => {
      const before = factsOf(world.snapshot, world.history);
      const reachable = probes(world).filter((address) => carriesPackets(before, address));
      for (const steps of [selectedSteps(world), allSteps(world)]) {
        const now = factsOf(after(world, steps).snapshot, world.history);
        expect(reachable.filter((address) => !carriesPackets(now, address))).toEqual([]);
      }
    });
  });

  it("let nothing leave in the open that a living tunnel carried or a null route held back", () => {
    check((world) => {
      const before = factsOf(world.snapshot, world.history);
      const clients = new Set(before.clients.flatMap(({ serverAddresses }) => serverAddresses));
      const guarded = probes(world).filter((address) => isProtectedFromPhysical(before, address));
      for (const steps of [selectedSteps(world), allSteps(world)]) {
        const now = factsOf(after(world, steps).snapshot, world.history);
        const leaked = guarded.filter((address) => leavesByPhysical(now, address));
        // A client's own server must leave by the physical network: in the tunnel it would only loop.
        expect(leaked.filter((address) => !clients.has(addressText(address)))).toEqual([]);
      }
    });
  });

  it("never delete what is protected, and the veto alone refuses to", () => {
    check((world) => {
      const facts = factsOf(world.snapshot, world.history);
      for (const step of allSteps(world)) if (step.op === "delete-route") expect(isProtected(facts, step)).toBe(false);
      for (const route of valuesOf(world.snapshot.routes.inet)) {
        const step = { op: "delete-route", route } as const;
        if (isProtected(facts, step)) expect(veto(step, world.snapshot), routeKey(route)).not.toBeNull();
      }
    });
  });

  it("find no more when less is observed", () => {
    check((world) => {
      const full = everyFinding(factsOf(world.snapshot, world.history));
      for (const poorer of poorerSnapshots(world.snapshot)) {
        for (const finding of everyFinding(factsOf(poorer, world.history))) {
          const known = full.filter((other) => sameFinding(other, finding));
          expect(
            known.some((other) => strength.indexOf(other.certainty) >= strength.indexOf(finding.certainty)),
            finding.id,
          ).toBe(true);
        }
      }
    });
  });

  it("say the same whatever the order of the input", () => {
    const shuffled = worlds(os).chain((world) =>
      fc
        .shuffledSubarray([...valuesOf(world.snapshot.routes.inet)], {
          minLength: valuesOf(world.snapshot.routes.inet).length,
        })
        .map((rows) => ({ world, rows })),
    );
    fc.assert(
      fc.property(shuffled, ({ world, rows }) => {
        const other = { ...world, snapshot: reversed(world.snapshot, rows) };
        expect(assess(other.snapshot, other.history)).toEqual(assess(world.snapshot, world.history));
        expect(plan(other).digest).toBe(plan(world).digest);
      }),
      { numRuns },
    );
  });
});

function addressText(address: Address): string {
  return [24n, 16n, 8n, 0n].map((shift) => (address.value >> shift) & 255n).join(".");
}

function isProtected(
  facts: Facts,
  { route }: { readonly route: World["snapshot"]["routes"]["inet"] extends Part<(infer Row)[]> ? Row : never },
): boolean {
  const destination = destinationOf(route);
  if (isDefault(route) || route.type !== "unicast" || route.table !== "main") return true;
  if (isLoopbackAddress(destination) || isLinkLocalAddress(destination) || isMulticastAddress(destination)) return true;
  if (route.protocol !== null && !["boot", "static"].includes(route.protocol)) return true;
  const name = route.interface ?? "";
  if (facts.isTunnel(name)) return valuesOf(facts.snapshot.tunnelOwners).some((owner) => owner.interface === name);
  return route.gateway === "link" && facts.isPhysical(name);
}

/** The snapshot with one part after the other unobserved. */
function poorerSnapshots(snapshot: Snapshot): Snapshot[] {
  const missing = unobserved<never>("not-in-capture");
  const parts = [
    "interfaces",
    "processes",
    "tunnelOwners",
    "sockets",
    "stateFiles",
    "resolvers",
    "rules",
    "neighbours",
  ] as const;
  const routes = { ...snapshot, routes: { ...snapshot.routes, inet: missing } };
  return [routes, ...parts.map((part) => ({ ...snapshot, [part]: missing }))];
}

function reversed(
  snapshot: Snapshot,
  rows: Snapshot["routes"]["inet"] extends Part<infer Rows> ? Rows : never,
): Snapshot {
  const turn = <Value>(part: Part<Value[]>): Part<Value[]> =>
    part.observed ? { ...part, value: part.value.toReversed() } : part;
  return {
    ...snapshot,
    routes: { ...snapshot.routes, inet: { observed: true, partial: false, value: rows } },
    interfaces: turn(snapshot.interfaces),
    processes: turn(snapshot.processes),
    tunnelOwners: turn(snapshot.tunnelOwners),
    sockets: turn(snapshot.sockets),
    stateFiles: turn(snapshot.stateFiles),
  };
}
