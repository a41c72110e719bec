import { describe, expect, it } from "vitest";
import { factsOf } from "../../../shared/health/facts.ts";
import { isForwardingKnown } from "../../../shared/health/known-forwarding.ts";
import { judgeNextHop } from "../../../shared/health/next-hop.ts";
import { defaultRouteStale } from "../../../shared/health/rules/default-route-stale.ts";
import { gatewayPinMissing } from "../../../shared/health/rules/gateway-pin-missing.ts";
import { tunnelDead } from "../../../shared/health/rules/tunnel-dead.ts";
import { uplinkOf } from "../../../shared/health/uplink.ts";
import { EMPTY_HISTORY } from "../../../shared/history/history.ts";
import { partlyObserved, unobserved } from "../../../shared/snapshot/part.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import type { Snapshot } from "../../../shared/snapshot/snapshot.ts";
import { linuxRoute } from "../../support/example-route.ts";
import { HOME, intoTun } from "../../support/machine-rows.ts";
import { card, KERNEL_RULES, running, snapshotOfMachine, tunnel } from "../../support/machine.ts";
import type { Machine } from "../../support/machine.ts";

const wlan0 = card("wlan0", ["192.168.1.23/24"]);
const eth0 = card("eth0", ["10.1.0.5/24"], { carrier: false });
const tun0 = tunnel("tun0", ["172.20.151.1/32"]);
const hint = { interface: "wlan0", router: "192.168.1.1", origin: "dhcp" as const };
const [, homeNetwork] = HOME as [Route, Route];

const seen = (machine: Machine) =>
  snapshotOfMachine("linux", { interfaces: [wlan0, tun0], rules: KERNEL_RULES, ...machine });
const facts = (snapshot: Snapshot) => factsOf(snapshot, EMPTY_HISTORY);
const withPartOfTable = (snapshot: Snapshot, rows: Route[]): Snapshot => ({
  ...snapshot,
  routes: { ...snapshot.routes, inet: partlyObserved(rows) },
});

describe("of a table that was seen in part", () => {
  it("no server counts as led into its own tunnel: the pin may be among the other rows", () => {
    const whole = seen({
      routes: [...HOME, intoTun("203.0.113.0/24")],
      processes: [running("openconnect 203.0.113.9")],
    });
    expect(gatewayPinMissing(facts(whole))).toHaveLength(1);
    const part = withPartOfTable(whole, [...HOME, intoTun("203.0.113.0/24")]);
    expect(gatewayPinMissing(facts(part))).toEqual([]);
  });

  it("no next hop counts as off-link: the row that it is behind may be among the others", () => {
    const pin = linuxRoute({ gateway: "10.51.0.1", interface: "wlan0" });
    const whole = seen({ routes: [...HOME, pin] });
    expect(judgeNextHop(facts(whole), pin).state).toBe("dead");
    expect(judgeNextHop(facts(withPartOfTable(whole, [...HOME, pin])), pin).state).toBe("unknown");
  });
});

describe("of rules that were seen in part", () => {
  it("leave open where packets go, not even when every table is built in", () => {
    const snapshot = seen({ routes: HOME });
    expect(isForwardingKnown(facts(snapshot), "inet")).toBe(true);
    expect(isForwardingKnown(facts({ ...snapshot, rules: partlyObserved([]) }), "inet")).toBe(false);
    expect(isForwardingKnown(facts({ ...snapshot, rules: unobserved("not-in-capture") }), "inet")).toBe(true);
  });
});

describe("a router that DHCP has named", () => {
  it("is the way out while its link is there, and not when it was lost", () => {
    const router = (machine: Machine) => uplinkOf(facts(seen({ routerHints: [hint], ...machine })), "inet")?.gateway;
    expect(router({ routes: [homeNetwork] })).toBe("192.168.1.1");
    expect(router({ routes: [homeNetwork], interfaces: [{ ...wlan0, carrier: false }] })).toBeUndefined();
    expect(router({ routes: [{ ...homeNetwork, flags: ["linkdown"] }] })).toBeUndefined();
  });
});

describe("a default that is moved to another link", () => {
  it("leaves the marks of the lost link behind", () => {
    const lost = linuxRoute({
      destination: "0.0.0.0/0",
      gateway: "10.1.0.1",
      interface: "eth0",
      host: false,
      metric: 100,
      protocol: "dhcp",
      flags: ["linkdown"],
    });
    const [finding] = defaultRouteStale(facts(seen({ routes: [...HOME, lost], interfaces: [wlan0, eth0] })));
    expect(finding?.repair).toMatchObject([{ op: "replace-route", replacement: { interface: "wlan0", flags: [] } }]);
  });
});

describe("a full tunnel without an IPv4 row below it", () => {
  it("is not called dead while IPv6 may be the way out", () => {
    const full = seen({ routes: [homeNetwork, intoTun("0.0.0.0/0")] });
    expect(tunnelDead(facts(full))).toHaveLength(1);
    const both = card("wlan0", ["192.168.1.23/24", "2001:db8:a:1::7/64"]);
    const snapshot = seen({ routes: [homeNetwork, intoTun("0.0.0.0/0")], interfaces: [both, tun0] });
    const blind = { ...snapshot, routes: { ...snapshot.routes, inet6: unobserved<never>("not-in-capture") } };
    expect(tunnelDead(facts(blind))).toEqual([]);
  });
});
