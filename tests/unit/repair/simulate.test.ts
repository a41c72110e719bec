import { describe, expect, it } from "vitest";
import { inverseOf } from "../../../shared/repair/inverse.ts";
import { simulate } from "../../../shared/repair/simulate.ts";
import type { Step } from "../../../shared/repair/step.ts";
import { unobserved, valuesOf } from "../../../shared/snapshot/part.ts";
import { darwinRoute } from "../../support/example-route.ts";
import { HOTSPOT } from "../../support/machine-rows.ts";
import { snapshotOfMachine } from "../../support/machine.ts";

const stale = darwinRoute();
const moved = darwinRoute({ gateway: "172.20.10.1" });
const snapshot = snapshotOfMachine("darwin", {
  routes: [...HOTSPOT, stale],
  resolvers: [
    {
      origin: "resolv.conf",
      name: "/etc/resolv.conf",
      servers: ["10.20.99.14"],
      domains: [],
      interface: null,
      writtenBy: "vpnc-script",
      scoped: false,
      supplemental: false,
    },
  ],
  stateFiles: [{ path: "/var/run/vpnc/pid", kind: "pid-file", pid: 99, content: null }],
});
const rows = (...steps: Step[]) => valuesOf(simulate(snapshot, steps).routes.inet);

describe("a simulated step", () => {
  it("deletes exactly its row", () => {
    expect(rows({ op: "delete-route", route: stale })).toEqual([...HOTSPOT]);
    expect(rows({ op: "delete-route", route: { ...stale, interface: "en7" } })).toEqual([...HOTSPOT, stale]);
  });

  it("adds and replaces", () => {
    expect(rows({ op: "replace-route", route: stale, replacement: moved })).toEqual([...HOTSPOT, moved]);
    expect(rows({ op: "add-route", route: darwinRoute({ destination: "203.0.113.9/32" }) })).toHaveLength(4);
  });

  it("takes out the file or the resolver that it names, and no other", () => {
    const after = simulate(snapshot, [
      { op: "remove-state-file", path: "/var/run/vpnc/pid", pid: 99 },
      { op: "clear-resolver", path: "/etc/other", servers: [] },
    ]);
    expect(valuesOf(after.stateFiles)).toEqual([]);
    expect(valuesOf(after.resolvers)).toHaveLength(1);
  });

  it("leaves the snapshot itself and what was not observed as they are", () => {
    const before = structuredClone(snapshot);
    simulate(snapshot, [{ op: "delete-route", route: stale }]);
    expect(snapshot).toEqual(before);
    const blind = { ...snapshot, routes: { ...snapshot.routes, inet: unobserved<never>("timed-out") } };
    expect(simulate(blind, [{ op: "delete-route", route: stale }])).toEqual(blind);
  });
});

describe("the inverse of a step", () => {
  const withInverse: Step[] = [
    { op: "delete-route", route: stale },
    { op: "add-route", route: darwinRoute({ destination: "203.0.113.9/32" }) },
    { op: "replace-route", route: stale, replacement: moved },
  ];

  it.each(withInverse)("brings the table back: $op", (step) => {
    const inverse = inverseOf(step);
    if (inverse === null) throw new Error("there is an inverse");
    expect(rows(step, inverse)).toEqual([...HOTSPOT, stale]);
    expect(inverseOf(inverse)).toEqual(step);
  });

  const withoutInverse: Step[] = [
    { op: "nudge-client", client: "openconnect", pid: 1, startedAt: null, signal: "SIGUSR2" },
    { op: "clear-resolver", path: "/etc/resolv.conf", servers: [] },
    { op: "remove-state-file", path: "/var/run/vpnc/pid", pid: 99 },
  ];

  it.each(withoutInverse)("is no step for $op", (step) => {
    expect(inverseOf(step)).toBeNull();
  });
});
