import fc from "fast-check";
import type { Interface } from "../../../shared/snapshot/interface.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import type { OperatingSystem } from "../../../shared/snapshot/snapshot.ts";
import { row } from "./rows.ts";

/** Networks that a laptop meets, as the first three octets; always with the router at .1 and 24 bits. */
const NETWORKS = ["10.51.0", "172.20.10", "192.168.1", "192.168.178", "198.51.100"] as const;

/** A network card and the state of its connection. */
export interface Uplink {
  readonly name: string;
  readonly network: (typeof NETWORKS)[number];
  readonly own: number;
  /** `off`: no carrier, no address, no rows. `addressed`: an address, but no default route. */
  readonly connection: "off" | "addressed" | "default" | "stale-default";
}

/** One or two network cards in any state, each in a network of its own. */
export function uplinks(os: OperatingSystem): fc.Arbitrary<Uplink[]> {
  const names = os === "darwin" ? ["en0", "en7"] : ["wlp3s0", "eth0"];
  const one = fc.record({
    network: fc.constantFrom(...NETWORKS),
    own: fc.integer({ min: 2, max: 200 }),
    connection: fc.constantFrom(
      "default" as const,
      "default" as const,
      "addressed" as const,
      "off" as const,
      "stale-default" as const,
    ),
  });
  return fc
    .uniqueArray(one, { minLength: 1, maxLength: 2, selector: ({ network }) => network })
    .map((cards) => cards.map((card, index) => ({ ...card, name: names[index] ?? "en9" })));
}

/** The router of an uplink's network. */
function routerOf(uplink: Uplink): string {
  return `${uplink.network}.1`;
}

/** The interface as the system would list it. */
export function uplinkInterface(uplink: Uplink, index: number): Interface {
  const connected = uplink.connection !== "off";
  return {
    name: uplink.name,
    index,
    up: true,
    carrier: connected,
    loopback: false,
    pointToPoint: false,
    kind: null,
    persistent: null,
    mtu: 1500,
    linkAddress: "a2:1d:47:c0:3b:9e",
    addresses: connected
      ? [{ family: "inet", address: `${uplink.network}.${uplink.own}`, prefixLength: 24, peer: null }]
      : [],
  };
}

/** The rows that the system keeps for the uplink. The second default of a Mac is scoped, that of Linux has a higher metric. */
export function uplinkRows(os: OperatingSystem, uplink: Uplink, index: number): Route[] {
  if (uplink.connection === "off") return [];
  const protocol = os === "linux" ? "kernel" : null;
  const connected = row(os, { destination: `${uplink.network}.0/24`, interface: uplink.name, protocol });
  if (uplink.connection === "addressed") return [connected];
  const gateway = uplink.connection === "default" ? routerOf(uplink) : "10.99.99.1";
  const order = os === "linux" ? { metric: 100 * (index + 1), protocol: "dhcp" } : { scoped: index > 0 };
  return [connected, row(os, { destination: "0.0.0.0/0", gateway, interface: uplink.name, ...order })];
}
