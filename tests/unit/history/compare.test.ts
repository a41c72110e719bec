import { describe, expect, it } from "vitest";
import { snapshotOf } from "../../../shared/capture/snapshot-of.ts";
import { compareSnapshots } from "../../../shared/history/compare.ts";
import { partlyObserved, unobserved } from "../../../shared/snapshot/part.ts";
import type { Snapshot } from "../../../shared/snapshot/snapshot.ts";
import { recordedCapture, recordedCaptures } from "../../captures/recorded-captures.ts";

const recorded = (name: string): Snapshot => snapshotOf(recordedCapture(name).capture).snapshot;
const namesOf = (before: Snapshot, after: Snapshot) =>
  compareSnapshots(before, after).map(({ code, args }) => [code, ...Object.values(args)].join(" "));

const healthy = recorded("77-linux-openconnect-healthy");
const stale = recorded("80-linux-stale-gateway-pin");

describe("comparing two looks", () => {
  it("finds nothing between equal ones, in any recorded capture", () => {
    for (const { capture } of recordedCaptures()) {
      const { snapshot } = snapshotOf(capture);
      expect(compareSnapshots(snapshot, structuredClone(snapshot))).toEqual([]);
    }
  });

  it("names what a killed client and a new network change", () => {
    expect(namesOf(healthy, stale)).toEqual([
      "network-changed wlp3s0 172.20.10.2/28 172.20.10.1",
      "default-route-changed inet 172.20.10.1 wlp3s0 10.51.0.1 wlp3s0",
      "interface-removed tun0",
      "address-removed wlp3s0 10.51.23.7/16",
      "address-added wlp3s0 172.20.10.2/28",
      "tunnel-down tun0",
      "client-ended openconnect 4321",
      "route-removed 222.66.117.109/32 10.51.0.1 wlp3s0",
      "route-added 222.66.117.109/32 10.51.0.1 wlp3s0",
    ]);
  });

  it("does not list the routes of a tunnel that went up or down", () => {
    const names = namesOf(stale, healthy);
    expect(names).toContain("tunnel-up tun0");
    expect(names.filter((name) => name.startsWith("route-") && name.endsWith("tun0"))).toEqual([]);
  });

  it("lists the routes of a tunnel that stayed", () => {
    const { inet } = healthy.routes;
    if (!inet.observed) throw new Error("no routes");
    const fewer = inet.value.filter((route) => route.destination !== "59.78.176.0/20");
    const before = { ...healthy, routes: { ...healthy.routes, inet: { ...inet, value: fewer } } };
    expect(namesOf(before, healthy)).toEqual(["route-added 59.78.176.0/20 link tun0"]);
    expect(namesOf(healthy, before)).toEqual(["route-removed 59.78.176.0/20 link tun0"]);
  });

  it("tells a lost and a found network", () => {
    const { inet } = stale.routes;
    if (!inet.observed) throw new Error("no routes");
    const rest = inet.value.filter((route) => route.destination !== "0.0.0.0/0");
    const offline = { ...stale, routes: { ...stale.routes, inet: { ...inet, value: rest } } };
    expect(namesOf(stale, offline)).toEqual([
      "network-left wlp3s0 172.20.10.2/28 172.20.10.1",
      "default-route-removed inet 172.20.10.1 wlp3s0",
    ]);
    expect(namesOf(offline, stale)).toEqual([
      "network-joined wlp3s0 172.20.10.2/28 172.20.10.1",
      "default-route-added inet 172.20.10.1 wlp3s0",
    ]);
  });

  it("concludes nothing from what was not observed, or only in part", () => {
    const blind: Snapshot = {
      ...stale,
      routes: { inet: unobserved("timed-out"), inet6: unobserved("timed-out") },
      interfaces: unobserved("timed-out"),
      processes: unobserved("timed-out"),
      resolvers: unobserved("timed-out"),
    };
    expect(namesOf(healthy, blind)).toEqual([]);
    expect(namesOf(blind, healthy)).toEqual([]);
    expect(namesOf(healthy, { ...healthy, processes: partlyObserved([]) })).toEqual([]);
    expect(namesOf({ ...healthy, interfaces: partlyObserved([]) }, healthy)).toEqual([]);
  });

  it("names other name servers", () => {
    const names = namesOf(healthy, recorded("85-linux-tailscale-healthy"));
    expect(names).toContain("resolver-changed 192.168.1.1,100.100.100.100 10.51.0.1,202.120.80.2,202.120.81.2");
  });
});
