import { describe, expect, it } from "vitest";
import { factsOf } from "../../../../shared/health/facts.ts";
import { gatewayPinMissing } from "../../../../shared/health/rules/gateway-pin-missing.ts";
import { EMPTY_HISTORY } from "../../../../shared/history/history.ts";
import { unobserved } from "../../../../shared/snapshot/part.ts";
import { linuxRoute } from "../../../support/example-route.ts";
import { evidenceOf, judgeBy, repairOf } from "../../../support/judge-rule.ts";
import { HOME, intoTun } from "../../../support/machine-rows.ts";
import { card, KERNEL_RULES, rule, running, snapshotOfMachine, tunnel } from "../../../support/machine.ts";
import type { Machine } from "../../../support/machine.ts";

const wifi = card("wlan0", ["192.168.1.23/24"]);
const tun0 = tunnel("tun0", ["172.20.151.1/32"]);
const known = running("openconnect 203.0.113.9");
const byName = running("openconnect vpn.example.com");
const openvpn = running("openvpn --config work.ovpn");

const judge = (machine: Machine) => judgeBy(gatewayPinMissing, "linux", { interfaces: [wifi, tun0], ...machine });

describe("a server that is routed into its own tunnel", () => {
  it("is pinned to the present router, and its client nudged", () => {
    const [finding] = judge({ routes: [...HOME, intoTun("203.0.113.0/24")], processes: [known] });
    expect(finding).toMatchObject({
      severity: "error",
      certainty: "proven",
      args: { server: "203.0.113.9", interface: "tun0" },
    });
    expect(repairOf(finding)).toEqual(["add-route 203.0.113.9/32 → 192.168.1.1 wlan0", "nudge-client 4711"]);
  });

  it("gets a pin with the metric and source of the default row, as the client's script would make it", () => {
    const home = HOME.map((row) => (row.destination === "0.0.0.0/0" ? { ...row, source: "192.168.1.23" } : row));
    const [finding] = judge({ routes: [...home, intoTun("203.0.113.0/24")], processes: [known] });
    expect(finding?.repair[0]).toMatchObject({ op: "add-route", route: { metric: 600, source: "192.168.1.23" } });
  });

  it("is only named, with the reason, on a network that carries IPv6 alone", () => {
    const routes = [
      intoTun("203.0.113.0/24"),
      linuxRoute({ family: "inet6", destination: "::/0", gateway: "fe80::1", host: false, protocol: "ra" }),
    ];
    const [finding] = judge({ routes, processes: [known] });
    expect(repairOf(finding)).toEqual([]);
    expect(evidenceOf(finding)).toContain("network-carries-only-inet6");
  });

  it("is only named while there is no router to pin it to", () => {
    expect(judge({ routes: [intoTun("203.0.113.0/24")], processes: [known] }).map(repairOf)).toEqual([[]]);
  });

  it("is only named when NetworkManager runs the client", () => {
    const managed = running(
      "openconnect --script /usr/lib/NetworkManager/nm-openconnect-service-openconnect-helper 203.0.113.9",
    );
    expect(judge({ routes: [...HOME, intoTun("203.0.113.0/24")], processes: [managed] }).map(repairOf)).toEqual([[]]);
  });

  it("is found for an IPv6 server, too", () => {
    const routes = [
      linuxRoute({ family: "inet6", destination: "2001:db8:77::/48", gateway: "link", interface: "tun0", host: false }),
      linuxRoute({ family: "inet6", destination: "::/0", gateway: "fe80::1", host: false, protocol: "ra" }),
    ];
    const [finding] = judge({ routes, processes: [running("openconnect [2001:db8:77::9]:443")] });
    expect(repairOf(finding)).toEqual(["add-route 2001:db8:77::9/128 → fe80::1 wlan0", "nudge-client 4711"]);
  });

  it("is none when its pin is there, or it is not in the tunnel's networks", () => {
    expect(
      judge({
        routes: [...HOME, intoTun("203.0.113.0/24"), linuxRoute({ gateway: "192.168.1.1" })],
        processes: [known],
      }),
    ).toEqual([]);
    expect(judge({ routes: [...HOME, intoTun("10.20.0.0/16")], processes: [known] })).toEqual([]);
  });

  it("may be meant to go through another living tunnel", () => {
    const interfaces = [wifi, tun0, tunnel("tun1", ["10.8.0.6/32"])];
    const tunnelOwners = [
      { interface: "tun0", pid: 4711 },
      { interface: "tun1", pid: 900 },
    ];
    expect(
      judge({ interfaces, tunnelOwners, routes: [...HOME, intoTun("203.0.113.0/24", "tun1")], processes: [known] }),
    ).toEqual([]);
  });
});

describe("no pin at all beside the tunnel of a client whose server is not known", () => {
  it("is suspicious with openconnect, which always pins", () => {
    const [finding] = judge({ routes: [...HOME, intoTun("10.20.0.0/16")], processes: [byName] });
    expect(finding).toMatchObject({
      certainty: "suspected",
      severity: "warning",
      args: { context: "unknown" },
      repair: [],
    });
  });

  it("is a loop for sure when openconnect's tunnel takes everything", () => {
    const [finding] = judge({ routes: [...HOME, intoTun("0.0.0.0/0")], processes: [byName] });
    expect(finding).toMatchObject({ certainty: "likely", severity: "error", repair: [] });
  });

  it("is suspicious with OpenVPN only when its tunnel takes everything and nothing is marked", () => {
    const halves = [...HOME, intoTun("0.0.0.0/1"), intoTun("128.0.0.0/1")];
    expect(judge({ routes: halves, processes: [openvpn], rules: KERNEL_RULES })).toMatchObject([
      { certainty: "suspected" },
    ]);
    expect(judge({ routes: [...HOME, intoTun("10.20.0.0/16")], processes: [openvpn] })).toEqual([]);
    const rules = [...KERNEL_RULES, rule(100, { firewallMark: "0x1", table: "100" })];
    expect(judge({ routes: halves, processes: [openvpn], rules })).toEqual([]);
  });

  it("is not known while the IPv6 table is not, unless no interface could reach an IPv6 server", () => {
    const machine = { routes: [...HOME, intoTun("10.20.0.0/16")], processes: [byName] };
    const without6 = (addresses: string[]) => {
      const interfaces = [card("wlan0", ["192.168.1.23/24", ...addresses]), tun0];
      const snapshot = snapshotOfMachine("linux", { ...machine, interfaces });
      const routes = { ...snapshot.routes, inet6: unobserved<never>("not-in-capture") };
      return gatewayPinMissing(factsOf({ ...snapshot, routes }, EMPTY_HISTORY));
    };
    expect(without6(["2001:db8:a:1::7/64"])).toEqual([]);
    expect(without6(["fe80::7/64"])).toHaveLength(1);
  });

  it.each([
    ["through a router", linuxRoute({ gateway: "192.168.1.1" })],
    ["on the own network", linuxRoute({ destination: "192.168.1.77/32", gateway: "link", scope: "link" })],
    ["in the other family", linuxRoute({ family: "inet6", destination: "2001:db8:77::9/128", gateway: "fe80::1" })],
  ])("is not the case with a pin %s", (_where, pin) => {
    expect(judge({ routes: [...HOME, intoTun("10.20.0.0/16"), pin], processes: [byName] })).toEqual([]);
  });
});
