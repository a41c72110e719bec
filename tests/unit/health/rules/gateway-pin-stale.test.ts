import { describe, expect, it } from "vitest";
import { gatewayPinStale } from "../../../../shared/health/rules/gateway-pin-stale.ts";
import type { History } from "../../../../shared/history/history.ts";
import { darwinRoute, linuxRoute } from "../../../support/example-route.ts";
import { evidenceOf, judgeBy, repairOf } from "../../../support/judge-rule.ts";
import { HOME, HOTSPOT, intoTun, intoUtun } from "../../../support/machine-rows.ts";
import { card, running, tunnel } from "../../../support/machine.ts";
import type { Machine } from "../../../support/machine.ts";

const wifi = card("en0", ["172.20.10.2/28"]);
const pin = darwinRoute();
const openconnect = running("openconnect -b 222.66.117.109");
const campus = [intoUtun("222.66.117.0/24"), intoUtun("202.120.80.0/20")];
const utun6 = tunnel("utun6", ["172.20.151.1/32"]);

const onMac = (machine: Machine, history: Partial<History> = {}) =>
  judgeBy(gatewayPinStale, "darwin", { interfaces: [wifi], routes: [...HOTSPOT, pin], ...machine }, history);

describe("a gateway pin through a next hop on no connected network", () => {
  it("is deleted when no client is there", () => {
    const [finding] = onMac({});
    expect(finding).toMatchObject({ severity: "error", certainty: "likely", client: null });
    expect(evidenceOf(finding)).toEqual(["next-hop-off-link", "pin-public-host"]);
    expect(repairOf(finding)).toEqual(["delete-route 222.66.117.109/32"]);
  });

  it("is proven to be one when the server is remembered or named in a log", () => {
    expect(onMac({}, { servers: ["222.66.117.109"] })[0]).toMatchObject({ certainty: "proven" });
    const clientLogs = [{ client: "openconnect", servers: ["222.66.117.109"], session: "unknown" as const }];
    expect(onMac({ clientLogs })[0]).toMatchObject({ certainty: "proven" });
  });

  it("is proven to be one when its address lies in what was routed into a tunnel", () => {
    expect(evidenceOf(onMac({}, { tunnelPrefixes: ["222.66.117.0/24"] })[0])).toContain("pin-inside-tunnel-prefix");
  });

  it("is moved to the router of the present network, and the client nudged, while that lives", () => {
    const machine = { interfaces: [wifi, utun6], routes: [...HOTSPOT, pin, ...campus], processes: [openconnect] };
    const [finding] = onMac(machine);
    expect(finding).toMatchObject({ certainty: "proven", client: { kind: "openconnect", pid: 4711 } });
    expect(repairOf(finding)).toEqual(["replace-route 222.66.117.109/32 → 172.20.10.1 en0", "nudge-client 4711"]);
  });

  it("is left as it is beside a living client until there is a router to move it to", () => {
    const machine = { interfaces: [wifi, utun6], routes: [pin, ...campus], processes: [openconnect] };
    expect(onMac(machine).map(repairOf)).toEqual([[]]);
  });

  it("is moved, not deleted, while some unknown program holds the tunnel around it", () => {
    const machine = { interfaces: [wifi, utun6], routes: [...HOTSPOT, pin, ...campus] };
    expect(onMac(machine).map(repairOf)).toEqual([["replace-route 222.66.117.109/32 → 172.20.10.1 en0"]]);
  });

  it("is deleted while the tunnel around it is of a client that needs no pin", () => {
    const proxy = running("/usr/local/bin/mihomo -d /etc/mihomo", { pid: 900 });
    const machine = {
      interfaces: [wifi, tunnel("utun4", ["198.18.0.1/30"])],
      routes: [...HOTSPOT, pin, intoUtun("0.0.0.0/1", "utun4"), intoUtun("128.0.0.0/1", "utun4")],
      processes: [proxy],
    };
    expect(onMac(machine).map(repairOf)).toEqual([["delete-route 222.66.117.109/32"]]);
  });

  it("is only deleted when a second pin for another metric works", () => {
    const [finding] = judgeBy(gatewayPinStale, "linux", {
      interfaces: [
        card("wlan0", ["192.168.1.23/24"]),
        card("eth0", ["10.20.4.50/24"], { carrier: false }),
        tunnel("tun0", ["172.20.151.1/32"]),
      ],
      routes: [
        ...HOME,
        intoTun("203.0.113.0/24"),
        linuxRoute({ gateway: "10.20.4.1", interface: "eth0", metric: 100 }),
        linuxRoute({ gateway: "192.168.1.1", metric: 600 }),
      ],
      processes: [running("openconnect 203.0.113.9")],
    });
    expect(repairOf(finding)).toEqual(["delete-route 203.0.113.9/32", "nudge-client 4711"]);
  });

  it("is left to a client that guards its routes, while a tunnel may be its own", () => {
    const vpnagentd = running("/opt/cisco/anyconnect/bin/vpnagentd", { pid: 702 });
    const machine = {
      interfaces: [wifi, utun6],
      routes: [...HOTSPOT, pin, intoUtun("10.20.0.0/16")],
      processes: [vpnagentd],
    };
    expect(onMac(machine).map(repairOf)).toEqual([[]]);
  });

  it("is deleted when the guarding client only idles", () => {
    const pangps = running("/Applications/GlobalProtect.app/Contents/Resources/PanGPS");
    expect(onMac({ processes: [pangps] }).map(repairOf)).toEqual([["delete-route 222.66.117.109/32"]]);
  });

  it("is left to NetworkManager when that runs the client", () => {
    const [finding] = judgeBy(gatewayPinStale, "linux", {
      interfaces: [card("wlan0", ["192.168.1.23/24"]), tunnel("vpn0", ["172.20.151.1/32"])],
      routes: [...HOME, intoTun("203.0.113.0/24", "vpn0"), linuxRoute({ protocol: "static" })],
      processes: [
        running("openconnect --script /usr/lib/NetworkManager/nm-openconnect-service-openconnect-helper 203.0.113.9"),
      ],
    });
    expect(finding).toMatchObject({ id: "gateway-pin-stale", client: { managedBy: "NetworkManager" } });
    expect(repairOf(finding)).toEqual([]);
  });

  it("is found by its removed source address though the router is back (RT_IFA)", () => {
    const machine = {
      interfaces: [card("en0", ["10.51.88.3/16"])],
      routes: [
        darwinRoute({ source: "10.51.23.7" }),
        darwinRoute({ destination: "10.51.0.0/16", gateway: "link", host: false }),
      ],
    };
    expect(evidenceOf(onMac(machine)[0])).toContain("source-address-gone");
  });

  it("is found when the kernel itself marks it linkdown, whatever else is known", () => {
    const routes = [...HOME, linuxRoute({ gateway: "10.20.4.1", interface: "eth0", flags: ["linkdown"] })];
    const interfaces = [card("eth0", ["10.20.4.50/24"], { carrier: null })];
    expect(evidenceOf(judgeBy(gatewayPinStale, "linux", { interfaces, routes })[0])).toContain(
      "interface-without-carrier",
    );
  });
});

describe("a pin that is moved", () => {
  it("leaves the mark of the old link and the old source behind", () => {
    const pulled = linuxRoute({
      gateway: "10.20.4.1",
      interface: "eth0",
      flags: ["linkdown", "offload"],
      source: "10.20.4.50",
    });
    const [finding] = judgeBy(gatewayPinStale, "linux", {
      interfaces: [
        card("wlan0", ["192.168.1.23/24"]),
        card("eth0", ["10.20.4.50/24"], { carrier: false }),
        tunnel("tun0", ["172.20.151.1/32"]),
      ],
      routes: [...HOME, intoTun("203.0.113.0/24"), pulled],
      processes: [running("openconnect 203.0.113.9")],
    });
    expect(finding?.repair[0]).toMatchObject({
      op: "replace-route",
      replacement: { flags: ["offload"], source: null },
    });
  });
});

describe("no stale pin", () => {
  it.each([
    ["an on-link next hop", darwinRoute({ gateway: "172.20.10.9" })],
    ["a link-local next hop", darwinRoute({ gateway: "169.254.1.1" })],
    ["a private address that nothing ties to a VPN", darwinRoute({ destination: "10.99.1.2/32" })],
    ["a whole network", darwinRoute({ destination: "203.0.113.0/24", host: false })],
    ["a clone", darwinRoute({ flags: ["U", "G", "H", "W", "I"] })],
    ["a redirect", darwinRoute({ flags: ["U", "G", "H", "D"] })],
    ["a row into a tunnel", intoUtun("222.66.117.109/32")],
  ])("is %s", (_what, route) => {
    expect(onMac({ routes: [...HOTSPOT, route] })).toEqual([]);
  });

  it.each(["dhcp", "ra", "kernel", "bird", "redirect"])("is a row of protocol %s: it has an owner", (protocol) => {
    const routes = [...HOME, linuxRoute({ protocol })];
    expect(judgeBy(gatewayPinStale, "linux", { interfaces: [card("wlan0", ["192.168.1.23/24"])], routes })).toEqual([]);
  });

  it("is the pin of a private server inside a full tunnel, which says nothing about private addresses", () => {
    const routes = [
      ...HOTSPOT,
      intoUtun("0.0.0.0/1"),
      intoUtun("128.0.0.0/1"),
      darwinRoute({ destination: "10.99.1.2/32" }),
    ];
    expect(onMac({ interfaces: [wifi, utun6], routes })).toEqual([]);
  });

  it("is a pin whose interface may just be cut in the table", () => {
    const routes = [...HOTSPOT, darwinRoute({ interface: "bridge1" })];
    expect(onMac({ interfaces: [wifi, card("bridge100", []), card("bridge101", [])], routes })).toEqual([]);
  });
});

describe("a single address that is blackholed to the loopback", () => {
  const hole = darwinRoute({
    destination: "198.51.100.7/32",
    gateway: "127.0.0.1",
    interface: "lo0",
    type: "blackhole",
    flags: ["U", "G", "H", "S", "B"],
  });

  it("is named as wg-quick's leftover, and never touched", () => {
    const [finding] = onMac({ routes: [...HOTSPOT, hole] });
    expect(finding).toMatchObject({
      severity: "warning",
      certainty: "suspected",
      args: { context: "blackhole" },
      repair: [],
    });
  });

  it("is as it should be while wg-quick watches the routes, or while there is no router", () => {
    const watched = [running("wireguard-go utun"), running("route -n monitor", { pid: 902 })];
    expect(onMac({ routes: [...HOTSPOT, hole], processes: watched })).toEqual([]);
    expect(onMac({ routes: [hole], processes: [running("wireguard-go utun")] })).toEqual([]);
  });

  it("is named when there is a router again and nobody watches", () => {
    const [finding] = onMac({ routes: [...HOTSPOT, hole], processes: [running("wireguard-go utun")] });
    expect(evidenceOf(finding)).toEqual(["route-drops-packets", "route-monitor-gone"]);
    expect(finding?.repair).toEqual([]);
  });

  it("is somebody's null route when it is a network or private", () => {
    const network = { ...hole, destination: "198.51.100.0/24", host: false };
    const own = { ...hole, destination: "10.9.9.9/32" };
    expect(onMac({ routes: [...HOTSPOT, network, own] })).toEqual([]);
  });
});

describe("the wording of a stale pin", () => {
  const contextOf = (gateway: string, source: string | null) =>
    onMac({ routes: [...HOTSPOT, darwinRoute({ gateway, source })] }, { servers: ["222.66.117.109"] })[0]?.args[
      "context"
    ];

  it("blames the address when the router is here, else the router", () => {
    expect(contextOf("172.20.10.1", "10.51.23.7")).toBe("source");
    expect(contextOf("10.51.0.1", "10.51.23.7")).toBeUndefined();
    expect(contextOf("10.51.0.1", null)).toBeUndefined();
  });
});
