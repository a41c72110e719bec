import { describe, expect, it } from "vitest";
import { assess } from "../../../shared/health/assess.ts";
import { EMPTY_HISTORY } from "../../../shared/history/history.ts";
import { unobserved } from "../../../shared/snapshot/part.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import { darwinRoute } from "../../support/example-route.ts";
import { HOTSPOT, intoUtun } from "../../support/machine-rows.ts";
import { card, running, snapshotOfMachine, tunnel } from "../../support/machine.ts";

const wifi = card("en0", ["172.20.10.2/28"]);
const machine = {
  interfaces: [wifi, tunnel("utun6", ["172.20.151.1/32"])],
  routes: [
    ...HOTSPOT,
    darwinRoute(),
    intoUtun("222.66.117.0/24"),
    darwinRoute({ destination: "10.99.0.0/16", gateway: "10.30.2.254", host: false }),
  ],
  processes: [running("openconnect -b 222.66.117.109")],
  clientLogs: [{ client: "openconnect", servers: [], session: "silent" as const }],
};

describe("an assessment", () => {
  const assessment = assess(snapshotOfMachine("darwin", machine), EMPTY_HISTORY);

  it("names the worst first", () => {
    expect(assessment.findings.map(({ id }) => id)).toEqual(["gateway-pin-stale", "gateway-route-unreachable"]);
  });

  it("hides what only follows from another finding: the tunnel is silent because its pin is stale", () => {
    const withoutPin = {
      ...machine,
      routes: machine.routes.filter(({ destination }) => destination !== "222.66.117.109/32"),
    };
    const ids = (routes: typeof machine.routes) =>
      assess(snapshotOfMachine("darwin", { ...machine, routes }), EMPTY_HISTORY).findings.map(({ id }) => id);
    expect(ids(machine.routes)).not.toContain("tunnel-dead");
    expect(ids([...withoutPin.routes, darwinRoute({ gateway: "172.20.10.1" })])).toContain("tunnel-dead");
  });

  it("knows the network by interface, router, own address and the router's link-level address", () => {
    const neighbours = [
      { address: "172.20.10.1", interface: "en0", linkAddress: "b6:52:4f:cc:a7:64", state: "reachable", router: true },
    ];
    expect(assess(snapshotOfMachine("darwin", { ...machine, neighbours }), EMPTY_HISTORY).network).toEqual({
      interface: "en0",
      gateway: "172.20.10.1",
      address: "172.20.10.2/28",
      routerLinkAddress: "b6:52:4f:cc:a7:64",
    });
  });

  it("knows of several own addresses the one on the router's network, and none that is valid on the link only", () => {
    const address = (interfaces: ReturnType<typeof card>[], routes: Route[]) =>
      assess(snapshotOfMachine("darwin", { interfaces, routes }), EMPTY_HISTORY).network?.address;
    const two = ["192.168.64.7/24", "172.20.10.2/28"];
    expect(address([card("en0", two)], [...HOTSPOT])).toBe("172.20.10.2/28");
    expect(address([card("en0", two.toReversed())], [...HOTSPOT])).toBe("172.20.10.2/28");
    const inet6 = darwinRoute({ family: "inet6", destination: "::/0", gateway: "fe80::64%en0", host: false });
    expect(address([card("en0", ["fe80::7/64", "2001:db8::7/64"])], [inet6])).toBe("2001:db8::7/64");
  });

  it("says which parts it could not see, and none that the system does not have", () => {
    const snapshot = {
      ...snapshotOfMachine("darwin", machine),
      processes: unobserved<never>("not-permitted"),
      rules: unobserved<never>("not-in-capture"),
    };
    expect(assess(snapshot, EMPTY_HISTORY).unobserved).toEqual([
      { part: "processes", reason: { code: "not-permitted", args: {} } },
    ]);
  });

  it("takes no device of a kill switch or of guests for the uplink", () => {
    const killSwitch = darwinRoute({
      destination: "0.0.0.0/0",
      gateway: "100.85.0.1",
      interface: "pvpnksintrf0",
      host: false,
      metric: 98,
    });
    const home = darwinRoute({
      destination: "0.0.0.0/0",
      gateway: "192.168.1.1",
      interface: "wlan0",
      host: false,
      metric: 600,
    });
    const interfaces = [card("wlan0", ["192.168.1.23/24"]), card("pvpnksintrf0", ["100.85.0.1/24"], { kind: "dummy" })];
    expect(
      assess(snapshotOfMachine("linux", { interfaces, routes: [killSwitch, home] }), EMPTY_HISTORY).network?.interface,
    ).toBe("wlan0");
  });
});
