import { describe, expect, it } from "vitest";
import { assess } from "../../../shared/health/assess.ts";
import { EMPTY_HISTORY } from "../../../shared/history/history.ts";
import { unobserved } from "../../../shared/snapshot/part.ts";
import { darwinRoute, linuxRoute } from "../../support/example-route.ts";
import { HOME, HOTSPOT, intoTun, intoUtun } from "../../support/machine-rows.ts";
import { card, KERNEL_RULES, rule, running, snapshotOfMachine, tunnel } from "../../support/machine.ts";
import type { Machine } from "../../support/machine.ts";

const wifi = card("en0", ["172.20.10.2/28"]);
const utun6 = tunnel("utun6", ["172.20.151.1/32"]);
const campus = [intoUtun("222.66.117.0/24"), intoUtun("202.120.80.0/20")];
const goodPin = darwinRoute({ gateway: "172.20.10.1" });
const stalePin = darwinRoute();
const openconnect = running("openconnect -b 222.66.117.109");

const stateOf = (machine: Machine, history = EMPTY_HISTORY) =>
  assess(snapshotOfMachine("darwin", machine), history).state;
const onWifi = (machine: Machine) => ({
  interfaces: [wifi],
  ...machine,
  routes: [...HOTSPOT, ...(machine.routes ?? [])],
});
const connected = (...more: Parameters<typeof darwinRoute>[0][]) =>
  onWifi({
    interfaces: [wifi, utun6],
    routes: [...campus, ...more.map((change) => darwinRoute(change))],
    processes: [openconnect],
  });

describe("the state of the machine", () => {
  it("is off without a VPN and without leftovers", () => {
    expect(stateOf(onWifi({}))).toBe("off");
  });

  it("is up with a tunnel and a pin that works", () => {
    expect(stateOf(connected(goodPin))).toBe("up");
  });

  it("is residue when only leftovers are there", () => {
    expect(stateOf(onWifi({ routes: [stalePin] }))).toBe("residue");
  });

  it("is broken when the pin of a living client is stale", () => {
    expect(stateOf(connected(stalePin))).toBe("broken");
  });

  it("is degraded when another VPN's pin was left beside a healthy tunnel", () => {
    expect(stateOf(connected(goodPin, { destination: "203.0.113.20/32" }))).toBe("degraded");
  });

  it("is broken when that pin may be of the client that runs, whose server is not known", () => {
    const machine = onWifi({
      interfaces: [wifi, utun6],
      routes: [...campus, darwinRoute({ destination: "203.0.113.20/32" })],
    });
    expect(stateOf({ ...machine, processes: [running("openconnect vpn.example.com")] })).toBe("broken");
  });

  it("is broken when that pin lies in a living tunnel: its holder may need it", () => {
    const routes = [...campus, stalePin];
    expect(stateOf(onWifi({ interfaces: [wifi, utun6], routes }))).toBe("broken");
  });

  it("is not offline without a list of interfaces while a row leads into a network", () => {
    const withoutList = (routes: Parameters<typeof stateOf>[0]["routes"]) => {
      const snapshot = {
        ...snapshotOfMachine("darwin", { routes: routes ?? [] }),
        interfaces: unobserved<never>("not-in-capture"),
      };
      return assess(snapshot, EMPTY_HISTORY).state;
    };
    expect(withoutList(HOTSPOT.slice(1))).toBe("broken");
    expect(
      withoutList([darwinRoute({ destination: "127.0.0.0/8", gateway: "link", interface: "lo0", host: false })]),
    ).toBe("offline");
    expect(withoutList(campus)).toBe("offline");
  });

  it("is offline without any network, VPN or not", () => {
    expect(stateOf({ interfaces: [card("en0", [], { carrier: false })] })).toBe("offline");
    expect(
      stateOf({ interfaces: [card("en0", [], { carrier: false }), utun6], routes: campus, processes: [openconnect] }),
    ).toBe("offline");
  });

  it("is offline, not off, when only a pulled cable has a default route left", () => {
    const cable = linuxRoute({
      destination: "0.0.0.0/0",
      gateway: "10.20.4.1",
      interface: "eth0",
      host: false,
      flags: ["linkdown"],
    });
    const interfaces = [card("eth0", ["10.20.4.50/24"], { carrier: false })];
    expect(assess(snapshotOfMachine("linux", { interfaces, routes: [cable] }), EMPTY_HISTORY).state).toBe("offline");
  });

  it("is broken without a default route on a connected network", () => {
    expect(stateOf({ interfaces: [wifi], routes: HOTSPOT.slice(1) })).toBe("broken");
  });

  it("is off while openconnect only asks for a password", () => {
    expect(stateOf(onWifi({ processes: [running("openconnect 222.66.117.109")] }))).toBe("off");
  });

  it("is broken while openconnect tries to connect through a stale pin", () => {
    expect(stateOf(onWifi({ processes: [openconnect], routes: [stalePin] }))).toBe("broken");
  });

  it("is unknown when no table could be read", () => {
    const snapshot = snapshotOfMachine("darwin", {});
    const routes = { inet: unobserved<never>("timed-out"), inet6: unobserved<never>("timed-out") };
    expect(assess({ ...snapshot, routes }, EMPTY_HISTORY).state).toBe("unknown");
  });

  it("is recovering for fifteen seconds after the network changed", () => {
    const snapshot = { ...snapshotOfMachine("darwin", connected(stalePin)), takenAt: "2025-07-19T13:40:20Z" };
    const changed = (networkChangedAt: string) => assess(snapshot, { ...EMPTY_HISTORY, networkChangedAt }).state;
    expect(changed("2025-07-19T13:40:09Z")).toBe("recovering");
    expect(changed("2025-07-19T13:40:05Z")).toBe("broken");
    expect(changed("2025-07-19T13:41:00Z")).toBe("broken");
  });

  it("is up with WireGuard and strongSwan, which route by tables of their own", () => {
    const onLinux = (machine: Machine) => assess(snapshotOfMachine("linux", machine), EMPTY_HISTORY).state;
    const wlan0 = card("wlan0", ["192.168.1.23/24"]);
    const wireguard = {
      interfaces: [wlan0, tunnel("wg0", ["10.2.0.2/32"], { kind: "wireguard" })],
      routes: [...HOME, { ...intoTun("0.0.0.0/0", "wg0"), table: "51820" }],
      rules: [...KERNEL_RULES, rule(32_765, { firewallMark: "0xca6c", negated: true, table: "51820" })],
    };
    expect(onLinux(wireguard)).toBe("up");
    const table220 = linuxRoute({
      destination: "10.20.0.0/16",
      gateway: "192.168.1.1",
      host: false,
      table: "220",
      protocol: "static",
    });
    const ike = {
      interfaces: [wlan0],
      routes: [...HOME, table220],
      rules: [...KERNEL_RULES, rule(220, { table: "220" })],
    };
    expect(onLinux({ ...ike, processes: [running("/usr/lib/ipsec/charon")] })).toBe("up");
    expect(onLinux(ike)).toBe("off");
  });

  it("is not up for the tunnels that Apple's services hold, nor for containers", () => {
    const apples = [0, 1, 2, 3].map((unit) => tunnel(`utun${unit}`, ["fe80::1/64"]));
    expect(stateOf(onWifi({ interfaces: [wifi, ...apples] }))).toBe("off");
  });
});
