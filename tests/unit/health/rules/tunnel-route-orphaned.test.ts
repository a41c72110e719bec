import { describe, expect, it } from "vitest";
import { tunnelRouteOrphaned } from "../../../../shared/health/rules/tunnel-route-orphaned.ts";
import type { History } from "../../../../shared/history/history.ts";
import { darwinRoute } from "../../../support/example-route.ts";
import { evidenceOf, judgeBy, repairOf } from "../../../support/judge-rule.ts";
import { HOME, HOTSPOT, intoTun, intoUtun } from "../../../support/machine-rows.ts";
import { card, running, tunnel } from "../../../support/machine.ts";
import type { Machine } from "../../../support/machine.ts";

const wifi = card("en0", ["172.20.10.2/28"]);
const onMac = (machine: Machine, history: Partial<History> = {}) =>
  judgeBy(tunnelRouteOrphaned, "darwin", { interfaces: [wifi], ...machine }, history);
const onLinux = (machine: Machine) => judgeBy(tunnelRouteOrphaned, "linux", machine);
const leftover = tunnel("tun0", ["10.8.0.6/32"], { persistent: true, carrier: false });

describe("a route into a tunnel that is gone", () => {
  it("is deleted when its interface does not exist", () => {
    const [finding] = onMac({ routes: [...HOTSPOT, intoUtun("10.20.0.0/16", "utun9")] });
    expect(finding).toMatchObject({ certainty: "proven", severity: "warning" });
    expect(evidenceOf(finding)).toEqual(["interface-missing"]);
    expect(repairOf(finding)).toEqual(["delete-route 10.20.0.0/16"]);
  });

  it("is deleted when nobody has the persistent tun of Linux open", () => {
    const [finding] = onLinux({
      interfaces: [card("wlan0", ["192.168.1.23/24"]), leftover],
      routes: [...HOME, intoTun("10.20.0.0/16")],
    });
    expect(evidenceOf(finding)).toEqual(["tunnel-without-owner"]);
    expect(repairOf(finding)).toEqual(["delete-route 10.20.0.0/16"]);
  });

  it("leaves the kernel's own row, the default and its halves alone: others look after those", () => {
    const routes = [{ ...intoTun("10.8.0.5/32"), protocol: "kernel" }, intoTun("0.0.0.0/1"), intoTun("0.0.0.0/0")];
    expect(onLinux({ interfaces: [leftover], routes })).toEqual([]);
  });

  it("is only named while its owner lives, though the tunnel is down", () => {
    const [finding] = onMac({
      interfaces: [wifi, tunnel("utun6", [], { up: false })],
      routes: [...HOTSPOT, intoUtun("10.20.0.0/16")],
    });
    expect(evidenceOf(finding)).toEqual(["interface-down"]);
    expect(repairOf(finding)).toEqual([]);
  });
});

describe("a route that a stopped extension may have left", () => {
  const included = { ...intoUtun("240.0.0.0/10"), flags: ["U", "C", "S"] };
  const silent = { interfaces: [wifi, tunnel("utun6", [])], routes: [...HOTSPOT, included], processes: [] };

  it("is named, and left to the user: the system holds the interface", () => {
    const [finding] = onMac(silent);
    expect(finding).toMatchObject({ certainty: "suspected", repair: [] });
    expect(evidenceOf(finding)).toEqual(["tunnel-without-address", "no-client-alive"]);
  });

  it("is not named while a client runs, while the tunnel has its address, or when another program wrote it", () => {
    expect(onMac({ ...silent, processes: [running("openvpn --config x")] })).toEqual([]);
    expect(onMac({ ...silent, interfaces: [wifi, tunnel("utun6", ["10.9.0.2/32"])] })).toEqual([]);
    expect(onMac({ ...silent, routes: [...HOTSPOT, { ...included, flags: ["U", "S", "c"] }] })).toEqual([]);
  });
});

describe("no orphan", () => {
  it("is a route into a utun that exists: it has an opener", () => {
    expect(
      onMac({
        interfaces: [wifi, tunnel("utun6", ["172.20.151.1/32"])],
        routes: [...HOTSPOT, intoUtun("10.20.0.0/16")],
      }),
    ).toEqual([]);
  });

  it("is a route into a tunnel whose name the table may have cut", () => {
    const interfaces = [wifi, tunnel("utun1024", ["198.18.0.1/30"]), tunnel("utun1025", ["10.60.0.2/32"])];
    expect(onMac({ interfaces, routes: [...HOTSPOT, intoUtun("10.20.0.0/16", "utun102")] })).toEqual([]);
  });

  it("is a route into a tunnel that somebody has open, persistent or not", () => {
    const held = { ...leftover, carrier: true };
    const tunnelOwners = [{ interface: "tun0", pid: 900 }];
    expect(onLinux({ interfaces: [held], routes: [intoTun("10.20.0.0/16")], tunnelOwners })).toEqual([]);
    expect(
      onLinux({
        interfaces: [tunnel("wg0", [], { kind: "wireguard", carrier: null })],
        routes: [intoTun("10.20.0.0/16", "wg0")],
      }),
    ).toEqual([]);
  });

  it("is a route through the old tun of macOS while some client runs that may hold it", () => {
    const interfaces = [wifi, card("tun0", ["10.8.0.6/32"], { pointToPoint: true })];
    const routes = [...HOTSPOT, intoUtun("10.20.0.0/16", "tun0")];
    expect(onMac({ interfaces, routes, processes: [running("openvpn --config x")] })).toEqual([]);
    expect(onMac({ interfaces, routes })).toMatchObject([{ certainty: "likely" }]);
  });
});

describe("a tunnel's row that was bound to the uplink", () => {
  const toEn0 = (destination: string, gateway: string) =>
    darwinRoute({ destination, gateway, host: destination.endsWith("/32"), flags: ["U", "G", "S"] });

  it("is known by a next hop inside its own, narrow destination", () => {
    const [finding] = onMac({ routes: [...HOTSPOT, toEn0("10.8.0.0/24", "10.8.0.1")] });
    expect(finding).toMatchObject({ certainty: "likely" });
    expect(evidenceOf(finding)).toEqual(["next-hop-inside-destination", "next-hop-off-link"]);
    expect(repairOf(finding)).toEqual(["delete-route 10.8.0.0/24"]);
  });

  it("is known in a proxy's fake network, and in a prefix that was seen in a tunnel, however wide", () => {
    expect(onMac({ routes: [...HOTSPOT, toEn0("198.18.0.0/15", "198.18.0.1")] })).toHaveLength(1);
    expect(
      onMac({ routes: [...HOTSPOT, toEn0("10.20.0.0/16", "10.20.0.1")] }, { tunnelPrefixes: ["10.20.0.0/16"] }),
    ).toHaveLength(1);
  });

  it("is not taken for an office's summary route with its router inside", () => {
    expect(onMac({ routes: [...HOTSPOT, toEn0("10.0.0.0/8", "10.1.0.1")] })).toEqual([]);
  });

  it("is known by a next hop on a living tunnel, and left to that tunnel's client", () => {
    const feth = card("feth4913", ["172.17.3.9/16"]);
    const [finding] = onMac({
      interfaces: [wifi, feth],
      routes: [...HOTSPOT, toEn0("192.168.10.11/32", "172.17.2.2")],
      processes: [running("/Library/Application Support/ZeroTier/One/zerotier-one -d")],
    });
    expect(evidenceOf(finding)).toEqual(["next-hop-on-tunnel", "next-hop-off-link"]);
    expect(repairOf(finding)).toEqual([]);
  });

  it("is not known by the mask of the old address class that ppp shows instead of a network", () => {
    const ppp = card("ppp0", ["10.11.12.13/8"], { pointToPoint: true });
    const found = onMac({ interfaces: [wifi, ppp], routes: [...HOTSPOT, toEn0("10.30.0.0/16", "10.1.0.1")] });
    expect(found).toEqual([]);
  });

  it("is none while its next hop is on-link", () => {
    expect(onMac({ routes: [...HOTSPOT, toEn0("172.20.10.0/24", "172.20.10.1")] })).toEqual([]);
  });
});
