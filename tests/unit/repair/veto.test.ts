import { describe, expect, it } from "vitest";
import { veto } from "../../../shared/repair/veto.ts";
import { unobserved } from "../../../shared/snapshot/part.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import type { Snapshot } from "../../../shared/snapshot/snapshot.ts";
import { darwinRoute, linuxRoute } from "../../support/example-route.ts";
import { HOME, HOTSPOT, intoTun, intoUtun } from "../../support/machine-rows.ts";
import { card, snapshotOfMachine, tunnel } from "../../support/machine.ts";

const wifi = card("en0", ["172.20.10.2/28"]);
const macInterfaces = [wifi, tunnel("utun6", ["172.20.151.1/32"])];
const wlan0 = card("wlan0", ["192.168.1.23/24"]);

const onMac = (...routes: Route[]) =>
  snapshotOfMachine("darwin", { interfaces: macInterfaces, routes: [...HOTSPOT, ...routes] });
const onLinux = (...routes: Route[]) =>
  snapshotOfMachine("linux", { interfaces: [wlan0], routes: [...HOME, ...routes] });
const deleting = (route: Route, snapshot: Snapshot) => veto({ op: "delete-route", route }, snapshot)?.code ?? "allowed";

describe("a deletion", () => {
  it("is allowed of a row that is there once and leads to a router which is not here", () => {
    expect(deleting(darwinRoute(), onMac(darwinRoute()))).toBe("allowed");
    expect(deleting(linuxRoute({ protocol: "boot" }), onLinux(linuxRoute({ protocol: "boot" })))).toBe("allowed");
  });

  it("is refused of a row that is not there, or there twice", () => {
    expect(deleting(darwinRoute(), onMac())).toBe("not-exactly-one-row");
    expect(deleting(darwinRoute(), onMac(darwinRoute(), darwinRoute()))).toBe("not-exactly-one-row");
  });

  it("is refused of a row whose place another row takes, too, as no kernel has it", () => {
    const working = darwinRoute({ gateway: "172.20.10.1" });
    expect(deleting(darwinRoute(), onMac(darwinRoute(), working))).toBe("not-exactly-one-row");
  });

  it("is refused of the default, stale or not", () => {
    const stale = darwinRoute({ destination: "0.0.0.0/0", gateway: "10.51.0.1", host: false });
    const working = { ...stale, gateway: "172.20.10.1" };
    for (const route of [stale, working])
      expect(deleting(route, snapshotOfMachine("darwin", { interfaces: [wifi], routes: [route] }))).toBe(
        "default-is-only-replaced",
      );
  });

  it.each([
    ["an on-link router", darwinRoute({ gateway: "172.20.10.9" })],
    ["a living tunnel", intoUtun("10.20.0.0/16")],
    [
      "a living tunnel, through whatever next hop",
      darwinRoute({ destination: "10.20.0.0/16", gateway: "10.8.0.1", interface: "utun6", host: false }),
    ],
    ["a link-local router", darwinRoute({ gateway: "169.254.1.1" })],
  ])("is refused of a row that works: by %s", (_how, route) => {
    expect(deleting(route, onMac(route))).toBe("route-works");
  });

  it("is refused of the network of a card, also while its cable is out", () => {
    const connected = darwinRoute({ destination: "10.30.0.0/16", gateway: "link", host: false });
    expect(deleting(connected, onMac(connected))).toBe("connected-network");
    const unplugged = { ...wifi, carrier: false };
    const machine = snapshotOfMachine("darwin", { interfaces: [unplugged], routes: [...HOTSPOT, connected] });
    expect(deleting(connected, machine)).toBe("connected-network");
  });

  it("is refused of a row whose router is known by a row of one address, or behind another router", () => {
    const row = darwinRoute({ destination: "10.51.0.1/32", gateway: "link", host: false });
    expect(deleting(darwinRoute(), onMac(row, darwinRoute()))).toBe("route-works");
    const way = darwinRoute({ destination: "10.51.0.0/16", gateway: "172.20.10.9", host: false });
    expect(deleting(darwinRoute(), onMac(way, darwinRoute()))).toBe("route-works");
  });

  it.each(["dhcp", "kernel", "ra", "bird", "zebra", "redirect", "keepalived"])(
    "is refused of a row of protocol %s",
    (protocol) => {
      expect(deleting(linuxRoute({ protocol }), onLinux(linuxRoute({ protocol })))).toBe("owned-by-protocol");
    },
  );

  it.each(["local", "broadcast", "multicast", "blackhole", "unreachable", "prohibit", "throw"] as const)(
    "is refused of a row of type %s",
    (type) => {
      expect(deleting(linuxRoute({ type }), onLinux(linuxRoute({ type })))).toBe("protected-type-or-table");
    },
  );

  it.each(["52", "51820", "220", "local"])("is refused of a row in table %s", (table) => {
    expect(deleting(linuxRoute({ table }), onLinux(linuxRoute({ table })))).toBe("protected-type-or-table");
  });

  it("is refused of a row that could not be restored exactly", () => {
    for (const change of [{ multipath: true }, { unmodelled: ["encap"] }])
      expect(deleting(linuxRoute(change), onLinux(linuxRoute(change)))).toBe("cannot-be-restored");
  });

  it.each(["W", "L", "m", "b", "D", "M"])("is refused of a row of the kernel (flag %s)", (flag) => {
    const route = darwinRoute({ flags: ["U", "G", "H", flag] });
    expect(deleting(route, onMac(route))).toBe("row-of-the-kernel");
  });

  it.each(["127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4"])("is refused of %s", (destination) => {
    const route = darwinRoute({ destination, host: false });
    expect(deleting(route, onMac(route))).toBe("protected-destination");
  });

  it("is refused of anything on the loopback, and of anything in a tunnel that somebody holds", () => {
    const onLoopback = darwinRoute({ interface: "lo0" });
    expect(deleting(onLoopback, onMac(onLoopback))).toBe("protected-interface");
    const dead = tunnel("tun0", ["10.8.0.6/32"], { persistent: true, carrier: false });
    const row = intoTun("10.20.0.0/16");
    const snapshot = snapshotOfMachine("linux", { interfaces: [dead], routes: [row] });
    expect(deleting(row, snapshot)).toBe("allowed");
    const held = {
      ...snapshot,
      tunnelOwners: { observed: true as const, partial: false, value: [{ interface: "tun0", pid: 1 }] },
    };
    expect(deleting(row, held)).toBe("tunnel-has-owner");
  });

  it("is refused where nothing is known: no interfaces, and no network of this one in the table", () => {
    const snapshot = { ...onMac(darwinRoute({ interface: "en7" })), interfaces: unobserved<never>("timed-out") };
    expect(deleting(darwinRoute({ interface: "en7" }), snapshot)).toBe("route-works");
    const tunnelled = { ...onMac(intoUtun("10.20.0.0/16", "utun9")), interfaces: unobserved<never>("timed-out") };
    expect(deleting(intoUtun("10.20.0.0/16", "utun9"), tunnelled)).toBe("route-works");
  });

  it("is refused of a row whose interface name the table may have cut", () => {
    const interfaces = [wifi, tunnel("utun1024", []), tunnel("utun1025", [])];
    const route = intoUtun("10.20.0.0/16", "utun102");
    expect(deleting(route, snapshotOfMachine("darwin", { interfaces, routes: [route] }))).toBe("route-works");
  });
});

describe("an addition", () => {
  const pin = darwinRoute({ gateway: "172.20.10.1" });
  const adding = (route: Route, snapshot: Snapshot) => veto({ op: "add-route", route }, snapshot)?.code ?? "allowed";

  it("is allowed of a host or a missing default, by a router that is here", () => {
    expect(adding(pin, onMac())).toBe("allowed");
    const noDefault = snapshotOfMachine("darwin", { interfaces: macInterfaces, routes: HOTSPOT.slice(1) });
    expect(adding(darwinRoute({ destination: "0.0.0.0/0", gateway: "172.20.10.1", host: false }), noDefault)).toBe(
      "allowed",
    );
  });

  it("is refused of a network, and of what is there already", () => {
    expect(adding({ ...pin, destination: "222.66.117.0/24", host: false }, onMac())).toBe(
      "only-hosts-and-default-are-added",
    );
    expect(adding(pin, onMac(darwinRoute()))).toBe("destination-taken");
    expect(adding(darwinRoute({ destination: "0.0.0.0/0", gateway: "172.20.10.1", host: false }), onMac())).toBe(
      "destination-taken",
    );
  });

  it.each(["127.0.0.1/32", "169.254.7.7/32", "224.0.0.251/32"])("is refused of %s", (destination) => {
    expect(adding({ ...pin, destination }, onMac())).toBe("protected-destination");
  });

  it("is refused by a router that is not here, none at all, or behind a tunnel", () => {
    expect(adding(darwinRoute(), onMac())).toBe("router-not-on-link");
    expect(adding({ ...pin, gateway: "link" }, onMac())).toBe("no-router");
    expect(adding({ ...pin, interface: "utun6" }, onMac())).toBe("router-behind-tunnel");
    const down = snapshotOfMachine("darwin", { interfaces: [{ ...wifi, up: false }], routes: [...HOTSPOT] });
    expect(adding(pin, down)).toBe("router-not-on-link");
  });

  it("without any interfaces is allowed by the router that the default uses, and no other", () => {
    const snapshot = { ...onMac(), interfaces: unobserved<never>("timed-out") };
    expect(adding(pin, snapshot)).toBe("allowed");
    expect(adding({ ...pin, gateway: "10.51.0.1" }, snapshot)).toBe("router-not-on-link");
  });
});

describe("a replacement", () => {
  const replacing = (route: Route, change: Partial<Route>, snapshot: Snapshot) =>
    veto({ op: "replace-route", route, replacement: { ...route, ...change } }, snapshot)?.code ?? "allowed";

  it("is allowed of a dead row by a router that is here, also of the default of DHCP", () => {
    expect(replacing(darwinRoute(), { gateway: "172.20.10.1" }, onMac(darwinRoute()))).toBe("allowed");
    const old = linuxRoute({
      destination: "0.0.0.0/0",
      gateway: "10.51.0.1",
      host: false,
      metric: 100,
      protocol: "dhcp",
    });
    expect(replacing(old, { gateway: "192.168.1.1" }, onLinux(old))).toBe("allowed");
  });

  it("is refused when it changes more than the way", () => {
    const changes: Partial<Route>[] = [
      { destination: "0.0.0.0/0" },
      { table: "52" },
      { metric: 7 },
      { scoped: true },
      { host: false },
      { type: "blackhole" },
      { family: "inet6" },
    ];
    for (const change of changes)
      expect(
        replacing(darwinRoute(), { gateway: "172.20.10.1", ...change }, onMac(darwinRoute())),
        JSON.stringify(change),
      ).toBe("replacement-differs");
  });

  it("is refused of a row that works, and into a tunnel", () => {
    const good = darwinRoute({ gateway: "172.20.10.9" });
    expect(replacing(good, { gateway: "172.20.10.1" }, onMac(good))).toBe("route-works");
    expect(replacing(darwinRoute(), { gateway: "172.20.151.1", interface: "utun6" }, onMac(darwinRoute()))).toBe(
      "router-behind-tunnel",
    );
  });
});
