import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { Preflight } from "../../../shared/preflight/preflight-report.ts";
import { partlyObserved, unobserved } from "../../../shared/snapshot/part.ts";
import { darwinRoute, linuxRoute } from "../../support/example-route.ts";
import { foreseen, foreseenForName, wayOf } from "../../support/foreseen.ts";
import { HOME, HOTSPOT, intoTun, intoUtun } from "../../support/machine-rows.ts";
import { card, KERNEL_RULES, rule, running, snapshotOfMachine, tunnel } from "../../support/machine.ts";

const SERVER = "203.0.113.9";
const WIFI = card("wlan0", ["192.168.1.20/24"]);
const AIRPORT = card("en0", ["172.20.10.2/28"]);
const linux = (changes: Parameters<typeof snapshotOfMachine>[1]) =>
  snapshotOfMachine("linux", { interfaces: [WIFI], rules: KERNEL_RULES, routes: HOME, ...changes });
const darwin = (changes: Parameters<typeof snapshotOfMachine>[1]) =>
  snapshotOfMachine("darwin", { interfaces: [AIRPORT], routes: HOTSPOT, ...changes });
const lostOn = (type: "blackhole" | "unreachable" | "prohibit") =>
  linuxRoute({ destination: "203.0.113.0/24", gateway: "link", interface: null, type, host: false });

describe("a connection by the default route", () => {
  it("leaves by the router, with the address that is on the router's network", () => {
    const report = foreseen(linux({ interfaces: [card("wlan0", ["10.9.9.9/24", "192.168.1.20/24"])] }), SERVER);
    expect(report).toMatchObject({ works: "yes", verdict: { code: "yes" }, advice: [], caveats: [], probe: null });
    expect(wayOf(report)).toMatchObject({
      outcome: "leaves-by-router",
      certainty: "proven",
      nextHop: "192.168.1.1",
      interface: "wlan0",
      source: "192.168.1.20",
      error: null,
    });
  });

  it("is warned of when the server's address is a private one", () => {
    expect(foreseen(linux({}), "10.20.0.5").caveats).toEqual([
      { code: "private-server", args: { address: "10.20.0.5" } },
    ]);
  });

  it("is not vouched for where the router did not answer, for it may answer again", () => {
    const silent = { address: "192.168.1.1", interface: "wlan0", linkAddress: null, state: "failed", router: false };
    const report = foreseen(linux({ neighbours: [silent] }), SERVER);
    expect(report.works).toBe("unknown");
    expect(wayOf(report)).toMatchObject({ outcome: "next-hop-silent", error: { errno: "EHOSTUNREACH" } });
  });

  it("is cut off with the cable", () => {
    const report = foreseen(linux({ interfaces: [card("wlan0", ["192.168.1.20/24"], { carrier: false })] }), SERVER);
    expect(wayOf(report)).toMatchObject({ outcome: "link-lost", works: "no", error: { errno: "EHOSTUNREACH" } });
  });
});

describe("a connection without any route", () => {
  it("fails at once, and says why there is none", () => {
    const report = foreseen(linux({ routes: HOME.slice(1) }), SERVER);
    expect(report.works).toBe("no");
    expect(wayOf(report)).toMatchObject({
      outcome: "no-route",
      finding: "default-route-missing",
      error: { errno: "ENETUNREACH", text: "Network is unreachable", when: "at-once" },
    });
  });

  it.each([
    ["no network at all", [], SERVER, "no-network", "join-network"],
    [
      "IPv6 only, and an IPv4 server",
      [card("wlan0", ["2001:db8:1::2/64"])],
      SERVER,
      "inet6-only-network",
      "other-network",
    ],
    ["IPv4 only, and an IPv6 server", [WIFI], "2001:db8::9", "no-inet6", "use-inet4"],
  ] as const)("tells %s apart", (_, interfaces, server, outcome, advice) => {
    const report = foreseen(snapshotOfMachine("linux", { interfaces, rules: KERNEL_RULES }), server);
    expect(wayOf(report)).toMatchObject({ outcome, works: "no", error: { errno: "ENETUNREACH" } });
    expect(report.advice.map(({ code }) => code)).toEqual([advice]);
  });

  it("is not rescued by a default that is bound to its interface", () => {
    const [unscoped, connected] = HOTSPOT;
    if (unscoped === undefined || connected === undefined) throw new Error("no rows");
    const scoped = { ...unscoped, scoped: true, flags: [...unscoped.flags, "I"] };
    const report = foreseen(darwin({ routes: [scoped, connected] }), SERVER);
    expect(wayOf(report)).toMatchObject({ outcome: "only-scoped-default", losers: [{ reason: { code: "scoped" } }] });
  });

  it("cannot be told when the rules are unseen that could lead into another table", () => {
    const policy = linuxRoute({
      destination: "0.0.0.0/0",
      gateway: "link",
      interface: "wg0",
      table: "51820",
      host: false,
    });
    const seen = linux({ routes: [...HOME, policy] });
    expect(foreseen(seen, SERVER).works).toBe("yes");
    const unseen = { ...seen, rules: unobserved<never>("not-in-capture") };
    expect(wayOf(foreseen(unseen, SERVER))).toMatchObject({
      outcome: "unknown",
      works: "unknown",
      evidence: [{ code: "rules-not-observed", args: { table: "51820" } }],
    });
    expect(foreseen({ ...linux({}), rules: unseen.rules }, SERVER).works).toBe("yes");
  });

  it("cannot be told from a part of a table, or from none", () => {
    const whole = linux({ routes: HOME.slice(1) });
    const inet = partlyObserved([...HOME.slice(1)]);
    expect(foreseen({ ...whole, routes: { ...whole.routes, inet } }, SERVER).works).toBe("unknown");
    const none = { ...whole, routes: { ...whole.routes, inet: unobserved<never>("not-in-capture") } };
    expect(wayOf(foreseen(none, SERVER))).toMatchObject({ outcome: "unknown", works: "unknown", error: null });
  });
});

describe("a connection that is kept back on purpose", () => {
  it.each([
    ["blackhole", "dropped", "EINVAL"],
    ["unreachable", "refused-here", "EHOSTUNREACH"],
    ["prohibit", "refused-here", "EACCES"],
  ] as const)("by a route of type %s", (type, outcome, errno) => {
    const way = wayOf(foreseen(linux({ routes: [...HOME, lostOn(type)] }), SERVER));
    expect(way).toMatchObject({ outcome, works: "no", error: { errno, when: "at-once" } });
  });

  it.each([
    ["blackhole", "dropped", "EINVAL"],
    ["unreachable", "refused-here", "ENETUNREACH"],
    ["prohibit", "refused-here", "EACCES"],
  ] as const)("by a rule with the action %s", (action, outcome, errno) => {
    const rules = [rule(0, { table: "local" }), rule(100, { action }), ...KERNEL_RULES.slice(1)];
    const way = wayOf(foreseen(linux({ rules }), SERVER));
    expect(way).toMatchObject({ outcome, works: "no", winner: null, error: { errno } });
    expect(way.losers.map(({ reason }) => reason.code)).toContain("behind-refusal");
  });

  it("by a blackhole of macOS, where it takes a minute to notice and openconnect misreads it", () => {
    const held = darwinRoute({
      gateway: "127.0.0.1",
      interface: "lo0",
      type: "blackhole",
      flags: ["U", "G", "H", "S", "B"],
    });
    const way = wayOf(foreseen(darwin({ routes: [...HOTSPOT, held] }), "222.66.117.109"));
    expect(way).toMatchObject({
      outcome: "dropped",
      error: { errno: "ETIMEDOUT", openconnectText: "Invalid argument" },
    });
  });

  it("by a device that leads nowhere", () => {
    const interfaces = [WIFI, card("block0", ["192.0.2.1/32"], { kind: "dummy" })];
    const into = linuxRoute({ destination: "0.0.0.0/1", gateway: "link", interface: "block0", host: false });
    const upper = { ...into, destination: "128.0.0.0/1" };
    const way = wayOf(foreseen(linux({ interfaces, routes: [...HOME, into, upper] }), SERVER));
    expect(way).toMatchObject({ outcome: "dropped", error: { errno: "ETIMEDOUT" } });
  });
});

describe("a connection into a tunnel", () => {
  const client = running(`openconnect --interface=tun0 ${SERVER}`);
  const tun = tunnel("tun0", ["10.99.0.2/24"]);
  const session = {
    pid: 4711,
    transport: "tcp" as const,
    localAddress: "192.168.1.20",
    localPort: null,
    remotePort: 443,
  };
  const held = {
    interfaces: [WIFI, tun],
    processes: [client],
    tunnelOwners: [{ interface: "tun0", pid: 4711 }],
    sockets: [{ ...session, remoteAddress: SERVER, state: "established" }],
  };
  const pin = linuxRoute({ destination: `${SERVER}/32`, gateway: "192.168.1.1" });

  it("runs inside the VPN whose tunnel it is", () => {
    const report = foreseen(linux({ ...held, routes: [...HOME, pin, intoTun("10.20.0.0/16")] }), "10.20.0.5");
    expect(wayOf(report)).toMatchObject({
      outcome: "through-tunnel",
      works: "yes",
      source: "10.99.0.2",
      tunnel: { client: "openconnect", pid: 4711, server: SERVER },
    });
  });

  it("loops when it is for the server of that very VPN", () => {
    const report = foreseen(linux({ ...held, routes: [...HOME, intoTun("203.0.113.0/24")] }), SERVER);
    expect(report.advice).toEqual([{ code: "clean", args: { finding: "gateway-pin-missing" } }]);
    expect(wayOf(report)).toMatchObject({
      outcome: "loops-into-own-tunnel",
      certainty: "proven",
      finding: "gateway-pin-missing",
      error: { errno: "ETIMEDOUT", when: "after-time-out", seconds: 127 },
    });
  });

  it("loops also when the server was asked for by the name that the client was given", () => {
    const named = { ...held, processes: [running("openconnect --interface=tun0 vpn.example.edu")] };
    const snapshot = linux({ ...named, routes: [...HOME, pin, intoTun("198.51.100.0/24")] });
    const found = { state: "found" as const, addresses: ["198.51.100.7"] };
    expect(wayOf(foreseenForName(snapshot, "vpn.example.edu", found)).outcome).toBe("loops-into-own-tunnel");
    expect(wayOf(foreseenForName(snapshot, "other.example.edu", found)).outcome).toBe("through-tunnel");
  });

  it("fails for everything else, too, once the client has lost its server", () => {
    const routes = [...HOME, intoTun("203.0.113.0/24"), intoTun("10.20.0.0/16")];
    const way = wayOf(foreseen(linux({ ...held, routes }), "10.20.0.5"));
    expect(way).toMatchObject({ outcome: "into-dead-tunnel", works: "no", finding: "gateway-pin-missing" });
  });

  it("fails when nobody holds the tunnel any more", () => {
    const orphan = tunnel("tun0", ["10.99.0.2/24"], { carrier: false, persistent: true });
    const report = foreseen(
      linux({ interfaces: [WIFI, orphan], routes: [...HOME, intoTun("10.20.0.0/16")] }),
      "10.20.0.5",
    );
    expect(wayOf(report)).toMatchObject({ outcome: "into-dead-tunnel", finding: "tunnel-route-orphaned" });
  });

  it("fails when there is no network below the tunnel", () => {
    const routes = [intoUtun("202.120.80.0/20")];
    const way = wayOf(
      foreseen(darwin({ interfaces: [card("en0", []), tunnel("utun6", ["10.9.0.2/24"])], routes }), "202.120.80.2"),
    );
    expect(way).toMatchObject({ outcome: "into-dead-tunnel", works: "no", certainty: "likely" });
  });
});

describe("an address that is no server", () => {
  it.each([
    ["127.0.0.1", "this-computer", "yes"],
    ["192.168.1.20", "this-computer", "yes"],
    ["224.0.0.5", "not-a-host", "no"],
    ["0.0.0.0", "not-a-host", "unknown"],
    ["fe80::1", "zone-missing", "no"],
  ])("%s: %s", (address, outcome, works) => {
    expect(wayOf(foreseen(linux({}), address))).toMatchObject({ outcome, works });
  });

  it("is asked on its own link when it is link-local", () => {
    const fe80 = (name: string) =>
      linuxRoute({
        family: "inet6",
        destination: "fe80::/64",
        gateway: "link",
        interface: name,
        host: false,
        protocol: "kernel",
      });
    const interfaces = [card("wlan0", ["fe80::2/64"]), card("eth0", ["fe80::3/64"])];
    const snapshot = snapshotOfMachine("linux", { interfaces, routes: [fe80("eth0"), fe80("wlan0")] });
    const way = wayOf(foreseen(snapshot, "fe80::1%wlan0"));
    expect(way).toMatchObject({ outcome: "leaves-directly", interface: "wlan0", address: "fe80::1%wlan0" });
    expect(way.losers).toMatchObject([{ route: { interface: "eth0" }, reason: { code: "other-link" } }]);
  });
});

describe("a server of several addresses", () => {
  const found = { state: "found" as const, addresses: ["2001:db8::9", SERVER] };

  it("works when one address does, and says how many fail before", () => {
    const report = foreseenForName(linux({}), "vpn.example.edu", found);
    expect(report).toMatchObject({ works: "yes", verdict: { code: "yes-later", args: { count: 1 } } });
    expect(report.ways.map(({ outcome }) => outcome)).toEqual(["no-inet6", "leaves-by-router"]);
  });
});

describe("a name that cannot be looked up", () => {
  const failed = (reason: "not-found" | "no-answer") => ({ state: "failed" as const, reason, code: "E" });
  const resolver = (server: string) => ({
    origin: "resolv.conf" as const,
    name: "/etc/resolv.conf",
    servers: [server],
    domains: [],
    interface: null,
    writtenBy: null,
    scoped: false,
    supplemental: false,
  });

  it.each([
    ["not-found", "name-not-found", "check-name"],
    ["no-answer", "name-no-answer", "check-resolver"],
  ] as const)("%s, with name servers that can be reached", (reason, verdict, advice) => {
    const report = foreseenForName(linux({ resolvers: [resolver("192.168.1.1")] }), "vpn.example.edu", failed(reason));
    expect(report).toMatchObject({ works: "no", verdict: { code: verdict }, ways: [], advice: [{ code: advice }] });
    expect(report.nameServers).toMatchObject([{ address: "192.168.1.1", works: "yes" }]);
  });

  it("because the name server is behind a tunnel that is dead", () => {
    const orphan = tunnel("tun0", ["10.99.0.2/24"], { carrier: false, persistent: true });
    const machine = {
      interfaces: [WIFI, orphan],
      routes: [...HOME, intoTun("10.20.0.0/16")],
      resolvers: [resolver("10.20.0.53"), resolver("127.0.0.53")],
    };
    const report = foreseenForName(linux(machine), "vpn.example.edu", failed("no-answer"));
    expect(report.verdict.code).toBe("name-server-unreachable");
    expect(report.nameServers[0]).toMatchObject({ outcome: "into-dead-tunnel" });
  });

  it("because there is no name server, as macOS says “no such name” without a network", () => {
    expect(foreseenForName(linux({}), "vpn.example.edu", failed("not-found")).verdict.code).toBe("name-server-none");
    const unseen = { ...linux({}), resolvers: unobserved<never>("not-in-capture") };
    expect(foreseenForName(unseen, "vpn.example.edu", failed("not-found")).verdict.code).toBe("name-not-found");
  });
});

it("is a document that fits its own schema", () => {
  const report = foreseen(darwin({ routes: [...HOTSPOT, darwinRoute()] }), "222.66.117.109");
  expect(v.parse(Preflight, JSON.parse(JSON.stringify(report)))).toEqual(report);
});
