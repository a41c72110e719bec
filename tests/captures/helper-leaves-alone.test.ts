import { describe, expect, it } from "vitest";
import { snapshotOf } from "../../shared/capture/snapshot-of.ts";
import { observed, valuesOf } from "../../shared/snapshot/part.ts";
import type { Route } from "../../shared/snapshot/route.ts";
import type { Snapshot } from "../../shared/snapshot/snapshot.ts";
import { ask } from "../support/helper/ask.ts";
import { createMachine } from "../support/helper/machine.ts";
import { recordedCapture, recordedCaptures } from "./recorded-captures.ts";

const recorded = (name: string): Snapshot => snapshotOf(recordedCapture(name).capture).snapshot;

/** The rows that the privileged helper would touch on this machine. */
async function touchedOn(snapshot: Snapshot): Promise<Route[]> {
  const host = { ...createMachine(snapshot.os, []).host(), observe: async () => snapshot };
  const { entries } = await ask(host, "plan", {});
  return entries.flatMap(({ step }) => ("route" in step ? [step.route] : []));
}

/** The same machine with its IPv4 rows changed. */
function withRows(snapshot: Snapshot, change: (route: Route) => Route): Snapshot {
  const inet = observed(valuesOf(snapshot.routes.inet).map(change));
  return { ...snapshot, routes: { ...snapshot.routes, inet } };
}

describe("T-S2 the helper touches no row of a kill switch or of a table that a VPN keeps for itself", () => {
  it.each([
    "207-wg-quick-without-router",
    "242-linux-wg-quick-healthy",
    "243-linux-wg-rules-left",
    "244-linux-tailscale-rules-missing",
    "247-linux-kill-switch",
    "264-linux-tailscale-exit-node",
    "47-mullvad-and-tailscale",
    "513-admin-routes-alias-subnet-and-null-routes",
    "541-linux-wg-quick-full-with-kill-switch",
    "543-linux-wg-deleted-rules-left",
    "548-linux-strongswan-table-220",
    "555-linux-tailscale-exit-node-lan-access",
    "559-linux-tailscale-rules-lost-after-resume",
    "85-linux-tailscale-healthy",
  ])("on %s", async (name) => {
    const snapshot = recorded(name);
    expect(valuesOf(snapshot.routes.inet).length + valuesOf(snapshot.routes.inet6).length).toBeGreaterThan(0);
    expect(await touchedOn(snapshot)).toEqual([]);
  });

  it("nor on any recorded machine, though it repairs many of them", async () => {
    const all = await Promise.all(recordedCaptures().map(({ capture }) => touchedOn(snapshotOf(capture).snapshot)));
    expect(all.filter((touched) => touched.length > 0).length).toBeGreaterThan(20);
    for (const route of all.flat()) expect([route.table, route.type]).toEqual(["main", "unicast"]);
  });
});

describe("T-S3 the helper leaves alone", () => {
  const snapshot = recorded("250-linux-dhcp-static-routes");

  it("what DHCP pushed by option 121, also through a router that is gone", async () => {
    expect(valuesOf(snapshot.routes.inet).filter(({ protocol }) => protocol === "dhcp").length).toBeGreaterThan(1);
    expect(await touchedOn(snapshot)).toEqual([]);
  });

  it("but not the same row when a person or a client had made it", async () => {
    const byHand = withRows(snapshot, (route) => ({ ...route, protocol: route.protocol === "dhcp" ? null : route.protocol }));
    expect((await touchedOn(byHand)).length).toBeGreaterThan(0);
  });
});
