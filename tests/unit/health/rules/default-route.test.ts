import { describe, expect, it } from "vitest";
import { defaultRouteMissing } from "../../../../shared/health/rules/default-route-missing.ts";
import { defaultRouteStale } from "../../../../shared/health/rules/default-route-stale.ts";
import { factsOf } from "../../../../shared/health/facts.ts";
import { EMPTY_HISTORY } from "../../../../shared/history/history.ts";
import { partlyObserved, unobserved } from "../../../../shared/snapshot/part.ts";
import type { Route } from "../../../../shared/snapshot/route.ts";
import { darwinRoute, linuxRoute } from "../../../support/example-route.ts";
import { evidenceOf, judgeBy, repairOf } from "../../../support/judge-rule.ts";
import { HOME, HOTSPOT, intoTun, intoUtun } from "../../../support/machine-rows.ts";
import { card, KERNEL_RULES, rule, running, snapshotOfMachine, tunnel } from "../../../support/machine.ts";
import type { Machine } from "../../../support/machine.ts";

const wifi = card("en0", ["172.20.10.2/28"]);
const [hotspotDefault, hotspotNetwork] = HOTSPOT as [(typeof HOTSPOT)[number], (typeof HOTSPOT)[number]];
const missing = (machine: Machine) => judgeBy(defaultRouteMissing, "darwin", { interfaces: [wifi], ...machine });
const stale = (machine: Machine) => judgeBy(defaultRouteStale, "darwin", { interfaces: [wifi], ...machine });

describe("a default route that drops everything", () => {
  const hole = { ...hotspotDefault, gateway: "127.0.0.1", interface: "lo0", type: "unreachable" as const };

  it("is suspected while no client runs that could want it, and never replaced unasked", () => {
    const scoped = { ...hotspotDefault, scoped: true };
    const [finding] = stale({ routes: [hotspotNetwork, hole, scoped], processes: [] });
    expect(finding).toMatchObject({ certainty: "suspected", args: { context: "held" } });
    expect(repairOf(finding)).toEqual(["replace-route 0.0.0.0/0 → 172.20.10.1 en0"]);
  });

  it("is well while a client runs, and unknown when the processes are", () => {
    expect(stale({ routes: [hotspotNetwork, hole], processes: [running("openvpn --config x")] })).toEqual([]);
  });
});

describe("a missing default route", () => {
  it("is restored by the router that DHCP named", () => {
    const routerHints = [{ interface: "en0", router: "172.20.10.1", origin: "dhcp" as const }];
    const [finding] = missing({ routes: [hotspotNetwork], routerHints });
    expect(finding).toMatchObject({ severity: "error", certainty: "proven" });
    expect(repairOf(finding)).toEqual(["add-route 0.0.0.0/0 → 172.20.10.1 en0"]);
  });

  it("is restored by the scoped default that is still there", () => {
    const [finding] = missing({ routes: [hotspotNetwork, { ...hotspotDefault, scoped: true }] });
    expect(repairOf(finding)).toEqual(["add-route 0.0.0.0/0 → 172.20.10.1 en0"]);
  });

  it("is not restored by a router that is on no present network", () => {
    const routerHints = [{ interface: "en0", router: "10.51.0.1", origin: "dynamic-store" as const }];
    expect(missing({ routes: [hotspotNetwork], routerHints }).map(repairOf)).toEqual([[]]);
  });

  it("is a remark only while no interface has a network", () => {
    const [finding] = missing({ interfaces: [card("en0", [], { carrier: false })], routes: [] });
    expect(finding).toMatchObject({ severity: "info", repair: [] });
    expect(evidenceOf(finding)).toEqual(["no-network"]);
  });

  it("is no lack of a network where there is IPv6 only", () => {
    const [finding] = missing({ interfaces: [card("en0", ["2001:db8:f00:1::7/64"])], routes: [] });
    expect(evidenceOf(finding)).toEqual(["only-inet6-network"]);
  });

  it("is told by the table alone, where that shows a connected network or a scoped default", () => {
    const byTable = (...routes: Route[]) => {
      const snapshot = { ...snapshotOfMachine("darwin", { routes }), interfaces: unobserved<never>("not-in-capture") };
      return defaultRouteMissing(factsOf(snapshot, EMPTY_HISTORY))[0];
    };
    const loopback = darwinRoute({ destination: "127.0.0.0/8", gateway: "link", interface: "lo0", host: false });
    expect(byTable(hotspotNetwork)).toMatchObject({ severity: "error", certainty: "likely" });
    expect(byTable({ ...hotspotDefault, scoped: true })).toMatchObject({ severity: "error" });
    expect(byTable(loopback)).toMatchObject({ severity: "info" });
    expect(byTable({ ...hotspotNetwork, flags: ["linkdown"] })).toMatchObject({ severity: "info" });
    expect(byTable({ ...hotspotNetwork, destination: "169.254.0.0/16" })).toMatchObject({ severity: "info" });
    expect(byTable({ ...hotspotNetwork, destination: "172.20.10.2/32" })).toMatchObject({ severity: "info" });
    expect(byTable(intoUtun("10.20.0.0/16"))).toMatchObject({ severity: "info" });
  });

  it("cannot be told from a pasted part of the table", () => {
    const snapshot = snapshotOfMachine("darwin", { interfaces: [wifi], routes: [] });
    const routes = { ...snapshot.routes, inet: partlyObserved([hotspotNetwork]) };
    expect(defaultRouteMissing(factsOf({ ...snapshot, routes }, EMPTY_HISTORY))).toEqual([]);
  });

  it("is not restored by a router of another family or behind a tunnel", () => {
    const hint = (router: string, name: string) => [{ interface: name, router, origin: "dhcp" as const }];
    const interfaces = [card("en0", ["172.20.10.2/28", "2001:db8::7/64"]), tunnel("utun6", ["10.8.0.6/24"])];
    expect(
      missing({ interfaces, routes: [hotspotNetwork], routerHints: hint("2001:db8::1", "en0") }).map(repairOf),
    ).toEqual([[]]);
    expect(
      missing({ interfaces, routes: [hotspotNetwork], routerHints: hint("10.8.0.1", "utun6") }).map(repairOf),
    ).toEqual([[]]);
  });

  it.each([
    ["a default", [hotspotDefault, hotspotNetwork]],
    ["the two halves through a tunnel", [hotspotNetwork, intoUtun("0.0.0.0/1"), intoUtun("128.0.0.0/1")]],
    [
      "the pieces of a proxy",
      [
        hotspotNetwork,
        ...[
          "1.0.0.0/8",
          "2.0.0.0/7",
          "4.0.0.0/6",
          "8.0.0.0/5",
          "16.0.0.0/4",
          "32.0.0.0/3",
          "64.0.0.0/2",
          "128.0.0.0/1",
        ].map((text) => intoUtun(text)),
      ],
    ],
  ])("is none with %s", (_what, routes) => {
    expect(missing({ interfaces: [wifi, tunnel("utun6", ["10.8.0.6/32"])], routes })).toEqual([]);
  });

  it("is none where a rule leads to a table with a default, and unknown where the rules are", () => {
    const routes = [...HOME.slice(1), { ...intoTun("0.0.0.0/0", "wg0"), table: "51820" }];
    const interfaces = [card("wlan0", ["192.168.1.23/24"]), tunnel("wg0", ["10.2.0.2/32"], { kind: "wireguard" })];
    const rules = [...KERNEL_RULES, rule(32_765, { firewallMark: "0xca6c", negated: true, table: "51820" })];
    expect(judgeBy(defaultRouteMissing, "linux", { interfaces, routes, rules })).toEqual([]);
    expect(judgeBy(defaultRouteMissing, "linux", { interfaces, routes, rules: KERNEL_RULES })).toHaveLength(1);
  });
});

describe("a stale default route", () => {
  it("through a router on no connected network is replaced by the one that is there", () => {
    const old = darwinRoute({ destination: "0.0.0.0/0", gateway: "10.51.0.1", host: false });
    const [finding] = stale({ routes: [old, hotspotNetwork, { ...hotspotDefault, scoped: true }] });
    expect(finding).toMatchObject({ certainty: "proven", severity: "error" });
    expect(repairOf(finding)).toEqual(["replace-route 0.0.0.0/0 → 172.20.10.1 en0"]);
  });

  it("to the loopback is one", () => {
    const loop = darwinRoute({ destination: "0.0.0.0/0", gateway: "127.0.0.1", interface: "lo0", host: false });
    const interfaces = [wifi, card("lo0", ["127.0.0.1/8"], { loopback: true })];
    const routes = [loop, hotspotNetwork, { ...hotspotDefault, scoped: true }];
    expect(evidenceOf(stale({ interfaces, routes })[0])).toEqual(["next-hop-is-loopback"]);
  });

  it("is never just deleted", () => {
    const old = darwinRoute({ destination: "0.0.0.0/0", gateway: "10.51.0.1", host: false });
    expect(stale({ routes: [old, hotspotNetwork] }).map(repairOf)).toEqual([[]]);
  });

  const cable = linuxRoute({
    destination: "0.0.0.0/0",
    gateway: "10.20.4.1",
    interface: "eth0",
    host: false,
    metric: 100,
    protocol: "dhcp",
    flags: ["linkdown"],
  });
  const cards = [card("wlan0", ["192.168.1.23/24"]), card("eth0", ["10.20.4.50/24"], { carrier: false })];

  it("on a pulled cable is one only while it keeps traffic from another way", () => {
    const [finding] = judgeBy(defaultRouteStale, "linux", { interfaces: cards, routes: [cable, ...HOME] });
    expect(repairOf(finding)).toEqual(["replace-route 0.0.0.0/0 → 192.168.1.1 wlan0"]);
    expect(
      judgeBy(defaultRouteStale, "linux", { interfaces: cards, routes: [{ ...cable, metric: 900 }, ...HOME] }),
    ).toEqual([]);
    expect(judgeBy(defaultRouteStale, "linux", { interfaces: cards, routes: [cable] })).toEqual([]);
  });

  it("is none through a tunnel, a scoped row, a working router, or a multipath row", () => {
    const gone = { destination: "0.0.0.0/0", gateway: "10.51.0.1", host: false };
    expect(
      stale({
        interfaces: [wifi, tunnel("utun6", ["10.8.0.6/32"])],
        routes: [darwinRoute({ ...gone, interface: "utun6" })],
      }),
    ).toEqual([]);
    expect(stale({ routes: [darwinRoute({ ...gone, scoped: true }), ...HOTSPOT] })).toEqual([]);
    expect(stale({ routes: HOTSPOT })).toEqual([]);
    expect(
      judgeBy(defaultRouteStale, "linux", { interfaces: cards, routes: [linuxRoute({ ...gone, multipath: true })] }),
    ).toEqual([]);
  });
});
