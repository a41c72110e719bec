import { describe, expect, it } from "vitest";
import { gatewayRouteUnreachable } from "../../../../shared/health/rules/gateway-route-unreachable.ts";
import type { Route } from "../../../../shared/snapshot/route.ts";
import { darwinRoute, linuxRoute } from "../../../support/example-route.ts";
import { judgeBy, repairOf } from "../../../support/judge-rule.ts";
import { HOME, HOTSPOT } from "../../../support/machine-rows.ts";
import { card } from "../../../support/machine.ts";

const wifi = card("en0", ["172.20.10.2/28"]);
const onMac = (...routes: Route[]) =>
  judgeBy(gatewayRouteUnreachable, "darwin", { interfaces: [wifi], routes: [...HOTSPOT, ...routes] });
const network = darwinRoute({ destination: "10.99.0.0/16", gateway: "10.30.2.254", host: false });

describe("a static route through a router that is not here", () => {
  it.each([
    ["a network", network],
    ["a private host that nothing ties to a VPN", darwinRoute({ destination: "10.99.1.2/32" })],
    [
      "an office's summary route with its router inside",
      darwinRoute({ destination: "10.0.0.0/8", gateway: "10.1.0.1", host: false }),
    ],
  ])("is only suspected: %s", (_what, route) => {
    const [finding] = onMac(route);
    expect(finding).toMatchObject({ certainty: "suspected", severity: "warning", route });
    expect(repairOf(finding)).toEqual([`delete-route ${route.destination}`]);
  });

  it("is left to the rule about pins when it is one", () => {
    expect(onMac(darwinRoute())).toEqual([]);
  });

  it("cannot be judged when its router is behind another one", () => {
    const way = darwinRoute({ destination: "10.30.0.0/16", gateway: "172.20.10.9", host: false });
    expect(onMac(way, network)).toEqual([]);
  });

  it("is judged when that other one is not here either", () => {
    const way = darwinRoute({ destination: "10.30.0.0/16", gateway: "10.77.0.1", host: false });
    expect(onMac(way, network)).toHaveLength(2);
  });

  it("works through a device that was made on-link (own address of the card as gateway, flag L)", () => {
    const device = darwinRoute({
      destination: "10.30.2.254/32",
      gateway: "link",
      flags: ["U", "H", "L", "S"],
      linkAddress: "a2:1d:47:c0:3b:9e",
    });
    const neighbours = [
      { address: "10.30.2.254", interface: "en0", linkAddress: "a2:1d:47:c0:3b:9e", state: "reachable", router: false },
    ];
    const machine = { interfaces: [wifi], routes: [...HOTSPOT, device, network], neighbours };
    expect(judgeBy(gatewayRouteUnreachable, "darwin", machine)).toEqual([]);
  });

  it("is none on a bridge for guests: without a guest it has no carrier, and that is no fault", () => {
    const route = linuxRoute({
      destination: "10.96.0.0/12",
      gateway: "172.17.0.9",
      interface: "docker0",
      host: false,
      flags: ["linkdown"],
    });
    const interfaces = [
      card("wlan0", ["192.168.1.23/24"]),
      card("docker0", ["172.17.0.1/16"], { carrier: false, kind: "bridge" }),
    ];
    expect(judgeBy(gatewayRouteUnreachable, "linux", { interfaces, routes: [...HOME, route] })).toEqual([]);
  });

  it("is none with `onlink`, which asserts what cannot be checked", () => {
    const route = linuxRoute({ destination: "10.99.0.0/16", gateway: "10.30.2.254", host: false, flags: ["onlink"] });
    expect(
      judgeBy(gatewayRouteUnreachable, "linux", {
        interfaces: [card("wlan0", ["192.168.1.23/24"])],
        routes: [...HOME, route],
      }),
    ).toEqual([]);
  });
});
