import { describe, expect, it } from "vitest";
import { factsOf } from "../../../shared/health/facts.ts";
import { judgeNextHop } from "../../../shared/health/next-hop.ts";
import { EMPTY_HISTORY } from "../../../shared/history/history.ts";
import { partlyObserved, unobserved } from "../../../shared/snapshot/part.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import type { Snapshot } from "../../../shared/snapshot/snapshot.ts";
import { darwinRoute, linuxRoute } from "../../support/example-route.ts";
import { HOTSPOT } from "../../support/machine-rows.ts";
import { card, snapshotOfMachine, tunnel } from "../../support/machine.ts";
import type { Machine } from "../../support/machine.ts";

const wifi = card("en0", ["172.20.10.2/28"]);
const pin = darwinRoute();
const judge = (snapshot: Snapshot, route: Route) => judgeNextHop(factsOf(snapshot, EMPTY_HISTORY), route);
const onMac = (route: Route, machine: Machine = {}) =>
  judge(snapshotOfMachine("darwin", { interfaces: [wifi], routes: [...HOTSPOT, route], ...machine }), route);

describe("a next hop", () => {
  it("on a network of its own interface is usable, on that of another interface it is not", () => {
    expect(onMac(darwinRoute({ gateway: "172.20.10.9" })).state).toBe("usable");
    const other = { interfaces: [wifi, card("en7", ["10.51.23.7/16"])] };
    expect(onMac(pin, other)).toMatchObject({ state: "dead", certainty: "proven" });
    expect(onMac({ ...pin, interface: "en7" }, other).state).toBe("usable");
  });

  it("is on-link by a row of one address or by a resolved neighbour, too", () => {
    const row = darwinRoute({ destination: "10.51.0.1/32", gateway: "link", host: false, flags: ["U", "C", "S"] });
    expect(onMac(pin, { routes: [...HOTSPOT, row, pin] }).state).toBe("usable");
    const neighbour = {
      address: "10.51.0.1",
      interface: "en0",
      linkAddress: "0:0:5e:0:1:33",
      state: "reachable",
      router: true,
    };
    expect(onMac(pin, { neighbours: [neighbour] }).state).toBe("usable");
    expect(onMac(pin, { neighbours: [{ ...neighbour, state: "failed" }] }).state).toBe("dead");
    expect(onMac(pin, { neighbours: [{ ...neighbour, interface: "en7" }] }).state).toBe("dead");
  });

  it("on Linux is not on-link by a neighbour that was learnt: it outlives the address", () => {
    const route = linuxRoute({ gateway: "10.51.0.1" });
    const judged = (state: string) =>
      judge(
        snapshotOfMachine("linux", {
          interfaces: [card("wlan0", ["192.168.1.23/24"])],
          routes: [route],
          neighbours: [{ address: "10.51.0.1", interface: "wlan0", linkAddress: null, state, router: false }],
        }),
        route,
      ).state;
    expect(judged("stale")).toBe("dead");
    expect(judged("reachable")).toBe("dead");
    expect(judged("permanent")).toBe("usable");
  });

  it("is on-link as the peer of a point-to-point address", () => {
    const ppp = card("en9", [], {
      addresses: [{ family: "inet", address: "10.11.12.13", prefixLength: 32, peer: "10.11.12.1" }],
    });
    expect(onMac(darwinRoute({ gateway: "10.11.12.1", interface: "en9" }), { interfaces: [wifi, ppp] }).state).toBe(
      "usable",
    );
  });

  it.each(["fe80::1%en0", "169.254.7.7"])("%s on the link cannot be judged", (gateway) => {
    expect(onMac(darwinRoute({ gateway })).state).toBe("unknown");
  });

  it("behind another router that is here cannot be judged", () => {
    const way = darwinRoute({ destination: "10.51.0.0/16", gateway: "172.20.10.9", host: false });
    expect(onMac(pin, { routes: [...HOTSPOT, way, pin] }).state).toBe("unknown");
  });

  it("in a tunnel selects nothing, so it is never dead while the tunnel is there", () => {
    const route = darwinRoute({ destination: "0.0.0.0/1", gateway: "10.8.0.1", interface: "utun4", host: false });
    const interfaces = [wifi, tunnel("utun4", ["10.8.0.6/32"])];
    expect(onMac(route, { interfaces }).state).toBe("usable");
    expect(onMac(route, { interfaces: [wifi, tunnel("utun4", [], { up: false })] }).state).toBe("dead");
    expect(onMac(route).state).toBe("dead");
  });
});

describe("what is not known", () => {
  const routes = [...HOTSPOT, pin];
  const machine = snapshotOfMachine("darwin", { interfaces: [wifi], routes });
  const withInterfaces = (interfaces: Snapshot["interfaces"]) => judge({ ...machine, interfaces }, pin);

  it("weakens the proof: without the interfaces the table alone makes it likely", () => {
    expect(withInterfaces(unobserved("not-in-capture"))).toMatchObject({ state: "dead", certainty: "likely" });
  });

  it("proves nothing: a listing of a part may lack the address that counts", () => {
    expect(withInterfaces(partlyObserved([card("en0", [])]))).toMatchObject({ state: "dead", certainty: "likely" });
    const rows = { ...machine.routes, inet: partlyObserved([...routes]) };
    expect(judge({ ...machine, interfaces: partlyObserved([card("en0", [])]), routes: rows }, pin).state).toBe(
      "unknown",
    );
  });

  it("proves nothing: a pasted part of a table may lack the network that counts", () => {
    const inet = partlyObserved([...routes]);
    const snapshot = {
      ...machine,
      interfaces: unobserved<never>("not-in-capture"),
      routes: { ...machine.routes, inet },
    };
    expect(judge(snapshot, pin).state).toBe("unknown");
  });

  it("is the network of an interface of which the table shows link-local rows only", () => {
    const linkLocal = darwinRoute({ destination: "169.254.0.0/16", gateway: "link", host: false });
    const snapshot = {
      ...snapshotOfMachine("darwin", { routes: [linkLocal, pin] }),
      interfaces: unobserved<never>("not-in-capture"),
    };
    expect(judge(snapshot, pin).state).toBe("unknown");
  });

  it("does not hide that there was no IPv4 at all: configd's row on the loopback says so", () => {
    const fingerprint = darwinRoute({
      destination: "224.0.0.0/24",
      gateway: "link",
      interface: "lo0",
      host: false,
      type: "multicast",
    });
    const snapshot = {
      ...snapshotOfMachine("darwin", { routes: [fingerprint, pin] }),
      interfaces: unobserved<never>("not-in-capture"),
    };
    expect(judge(snapshot, pin)).toMatchObject({ state: "dead", certainty: "likely" });
  });
});

describe("a link", () => {
  it.each([
    ["is down", card("en0", ["172.20.10.2/28"], { up: false }), "interface-down"],
    ["has no carrier", card("en0", ["172.20.10.2/28"], { carrier: false }), "interface-without-carrier"],
  ])("that %s carries nothing", (_what, interfaceOfRow, code) => {
    const verdict = onMac(darwinRoute({ gateway: "172.20.10.1" }), { interfaces: [interfaceOfRow] });
    expect(verdict).toMatchObject({ state: "dead", certainty: "proven", evidence: [{ code }] });
  });

  it("of which the carrier is not told may carry", () => {
    expect(
      onMac(darwinRoute({ gateway: "172.20.10.1" }), {
        interfaces: [card("en0", ["172.20.10.2/28"], { carrier: null })],
      }).state,
    ).toBe("usable");
  });
});

describe("a row without next hop", () => {
  it.each([
    ["a null route", darwinRoute({ type: "blackhole", gateway: "127.0.0.1", interface: "lo0" })],
    ["a multipath row", linuxRoute({ multipath: true })],
    ["a row without interface", linuxRoute({ interface: null, type: "unreachable" })],
  ])("is as it should be: %s", (_what, route) => {
    expect(judge(snapshotOfMachine("linux", { routes: [route] }), route).state).toBe("usable");
  });
});
