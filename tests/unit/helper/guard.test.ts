import { describe, expect, it } from "vitest";
import { isForbidden } from "../../../electron/helper/guard.ts";
import { observed, partlyObserved } from "../../../shared/snapshot/part.ts";
import type { Interface } from "../../../shared/snapshot/interface.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import type { Snapshot } from "../../../shared/snapshot/snapshot.ts";
import { physical } from "../../support/helper/after-switch.ts";
import { createMachine } from "../../support/helper/machine.ts";
import { darwinRoute, linuxRoute } from "../../support/example-route.ts";

const tunnel = (name: string, changes: Partial<Interface> = {}) =>
  physical(name, { pointToPoint: true, kind: "tun", persistent: false, addresses: [], ...changes });

const SEEN: Partial<Snapshot> = {
  interfaces: observed([
    physical("wlan0"),
    tunnel("tun0"),
    tunnel("tun1", { up: false }),
    tunnel("tun2", { persistent: true }),
    physical("wg0", { kind: "wireguard", addresses: [] }),
    tunnel("utun3", { kind: null, persistent: null }),
  ]),
  tunnelOwners: observed([{ interface: "tun0", pid: 4711 }]),
};

async function forbids(route: Route, seen: Partial<Snapshot> = SEEN): Promise<boolean> {
  const snapshot = await createMachine("linux", [route], seen).host().observe();
  return isForbidden({ op: "delete-route", route }, [], snapshot);
}

// What a planner that has lost its mind would propose: everything.
const protectedRoutes: readonly (readonly [string, Partial<Route>])[] = [
  ["the IPv4 default", { destination: "0.0.0.0/0", host: false }],
  ["the IPv6 default", { family: "inet6", destination: "::/0", gateway: "fe80::1", host: false }],
  ["a blackhole", { type: "blackhole", gateway: "link" }],
  ["an unreachable route", { type: "unreachable", gateway: "link" }],
  ["a prohibition", { type: "prohibit", gateway: "link" }],
  ["a throw", { type: "throw", gateway: "link" }],
  ["a local route", { type: "local", table: "local", gateway: "link" }],
  ["a broadcast route", { type: "broadcast", table: "local", gateway: "link" }],
  ["a row of the local table", { table: "local" }],
  ["a row of table 255 by number", { table: "255" }],
  ["Tailscale's table", { table: "52" }],
  ["a row of the kernel's own", { protocol: "kernel" }],
  ["loopback", { destination: "127.0.0.0/8", host: false }],
  ["a loopback host", { destination: "127.0.0.53/32" }],
  ["link-local", { destination: "169.254.0.0/16", host: false }],
  ["IPv6 link-local", { family: "inet6", destination: "fe80::/64", gateway: "link", host: false }],
  ["multicast", { destination: "224.0.0.0/4", host: false }],
  ["IPv6 multicast", { family: "inet6", destination: "ff00::/8", gateway: "link", host: false }],
  ["limited broadcast", { destination: "255.255.255.255/32", gateway: "link" }],
  ["network zero", { destination: "0.0.0.0/8", host: false }],
  ["the network that an interface is on", { destination: "172.20.10.0/28", gateway: "link", host: false }],
  ["a route into a tunnel with a living owner", { interface: "tun0", gateway: "link" }],
  ["a route into a tunnel of which no owner can be seen", { interface: "utun3", gateway: "link" }],
  ["a route into WireGuard that is up", { interface: "wg0", gateway: "link" }],
  ["a multipath row", { multipath: true }],
  ["a row that cannot be restored", { unmodelled: ["expires"] }],
  ["a clone", { flags: ["U", "H", "W", "L"] }],
  ["a redirect", { flags: ["U", "G", "H", "D"] }],
  ["an interface named like an option", { interface: "-x" }],
  ["an interface named like a command", { interface: "a;b" }],
  ["an interface with a blank", { interface: "a b" }],
  ["an interface with a substitution", { interface: "$(id)" }],
  ["an interface with a direction mark", { interface: "\u202eabc" }],
  ["an interface with sixteen letters", { interface: "A".repeat(16) }],
  ["a destination in short form", { destination: "222.66.117/24" }],
  ["a destination with host bits", { destination: "203.0.113.9/24" }],
  ["a next hop in short form", { gateway: "10.8" }],
  ["a protocol that is no word", { protocol: "-6" }],
  ["no interface", { interface: null }],
];

describe("the guard, whatever the planner proposes", () => {
  it.each(protectedRoutes)("never lets %s be deleted", async (_what, changes) => {
    expect(await forbids(linuxRoute(changes))).toBe(true);
  });

  it.each([
    ["a host row through a router that is gone", {}],
    ["half of a default that a VPN left", { destination: "0.0.0.0/1", host: false }],
    ["the other half", { destination: "128.0.0.0/1", host: false }],
    ["a route into a tunnel that is down", { interface: "tun1", gateway: "link" }],
    ["a route into a persistent tunnel without owner", { interface: "tun2", gateway: "link" }],
    ["a route into a tunnel that is gone", { interface: "tun9", gateway: "link" }],
  ] as const)("lets %s be deleted", async (_what, changes) => {
    expect(await forbids(linuxRoute(changes))).toBe(false);
  });

  it("takes a persistent tunnel for owned while the owners are not known in full", async () => {
    const unsure = { ...SEEN, tunnelOwners: partlyObserved<{ interface: string; pid: number }[]>([]) };
    expect(await forbids(linuxRoute({ interface: "tun2", gateway: "link" }), unsure)).toBe(true);
  });

  it("lets a default be added only where there is none, and where that is known", async () => {
    const route = darwinRoute({ destination: "0.0.0.0/0", host: false, gateway: "172.20.10.1" });
    const add = { op: "add-route", route } as const;
    const without = await createMachine("darwin", []).host().observe();
    expect(isForbidden(add, [add], without)).toBe(false);
    const withDefault = await createMachine("darwin", [{ ...route, gateway: "172.20.10.9" }])
      .host()
      .observe();
    expect(isForbidden(add, [add], withDefault)).toBe(true);
    const unknown = { ...without, routes: { ...without.routes, inet: partlyObserved<Route[]>([]) } };
    expect(isForbidden(add, [add], unknown)).toBe(true);
  });

  it("lets a default be replaced, but only by a default", async () => {
    const route = linuxRoute({ destination: "0.0.0.0/0", host: false });
    const snapshot = await createMachine("linux", [route], SEEN).host().observe();
    const by = (replacement: Route) => ({ op: "replace-route", route, replacement }) as const;
    expect(isForbidden(by({ ...route, gateway: "172.20.10.1" }), [], snapshot)).toBe(false);
    expect(isForbidden(by(linuxRoute({ gateway: "172.20.10.1" })), [], snapshot)).toBe(true);
    expect(isForbidden(by({ ...route, gateway: "172.20.10" }), [], snapshot)).toBe(true);
  });

  it("lets a client be nudged once in a plan and never twice", async () => {
    const nudge = { op: "nudge-client", client: "openconnect", pid: 4711, startedAt: "1", signal: "SIGUSR2" } as const;
    const snapshot = await createMachine("linux", []).host().observe();
    expect(isForbidden(nudge, [nudge], snapshot)).toBe(false);
    expect(isForbidden(nudge, [nudge, nudge], snapshot)).toBe(true);
  });
});
