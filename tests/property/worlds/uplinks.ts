import fc from "fast-check";
import type { Interface, InterfaceAddress, Neighbour } from "../../../shared/snapshot/interface.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import type { OperatingSystem, Snapshot } from "../../../shared/snapshot/snapshot.ts";
import { linkLocalRouter, LOST_ROUTER, NETWORKS } from "./networks.ts";
import type { Network } from "./networks.ts";
import { row } from "./rows.ts";

/** A network card and the state of its connection. */
export interface Uplink {
  readonly name: string;
  readonly network: Network;
  /** Last octet and last group of its own addresses. */
  readonly own: number;
  /** `off`: no carrier, no address, no rows. `addressed`: an address, but no default route. `unplugged`: only the carrier went. */
  readonly inet: "off" | "addressed" | "default" | "stale-default" | "unplugged";
  /** `slaac`: a global address and a link-local router. `global-router`: the router by its global address. */
  readonly inet6: "none" | "slaac" | "global-router" | "addressed" | "stale-default";
  readonly neighbour: "none" | "reachable" | "stale" | "failed" | "permanent";
  /** What DHCP told, beside the table. */
  readonly hinted: boolean;
}

/** One to three network cards in any state; two of them may be on the same network. */
export function uplinks(os: OperatingSystem): fc.Arbitrary<Uplink[]> {
  const names = os === "darwin" ? ["en0", "en7", "en8"] : ["wlp3s0", "eth0", "usb0"];
  const one = fc.record({
    network: fc.constantFrom(...NETWORKS),
    own: fc.integer({ min: 2, max: 200 }),
    inet: fc.constantFrom<Uplink["inet"]>(
      "default",
      "default",
      "default",
      "addressed",
      "off",
      "stale-default",
      "unplugged",
    ),
    inet6: fc.constantFrom<Uplink["inet6"]>(
      "none",
      "none",
      "slaac",
      "slaac",
      "global-router",
      "addressed",
      "stale-default",
    ),
    neighbour: fc.constantFrom<Uplink["neighbour"]>("none", "reachable", "stale", "failed", "permanent"),
    hinted: fc.boolean(),
  });
  return fc
    .array(one, { minLength: 1, maxLength: 3 })
    .map((cards) => cards.map((card, index) => ({ ...card, name: names[index] ?? "en9" })));
}

/** The interface as the system would list it. */
export function uplinkInterface(uplink: Uplink, index: number): Interface {
  return {
    name: uplink.name,
    index,
    up: true,
    carrier: uplink.inet !== "off" && uplink.inet !== "unplugged",
    loopback: false,
    pointToPoint: false,
    kind: null,
    persistent: null,
    mtu: 1500,
    linkAddress: "a2:1d:47:c0:3b:9e",
    addresses: uplink.inet === "off" ? [] : addressesOf(uplink),
  };
}

function addressesOf({ network, own, inet6 }: Uplink): InterfaceAddress[] {
  const plain = { peer: null };
  const inet = { ...plain, family: "inet" as const, address: ownAddress(network, own), prefixLength: 24 };
  const linkLocal = { ...plain, family: "inet6" as const, address: `fe80::${own}`, prefixLength: 64 };
  const global = { ...linkLocal, address: `${network.inet6}::${own}` };
  return inet6 === "none" ? [inet, linkLocal] : [inet, linkLocal, global];
}

/** The card's own IPv4 address. */
export function ownAddress(network: Network, own: number): string {
  return `${network.inet}.${own}`;
}

/** The rows that the system keeps for the uplink. The later defaults of a Mac are scoped, those of Linux have a higher metric. */
export function uplinkRows(os: OperatingSystem, uplink: Uplink, index: number): Route[] {
  if (uplink.inet === "off") return [];
  const rows = [...inetRows(os, uplink, index), ...inet6Rows(os, uplink, index)];
  return uplink.inet === "unplugged" && os === "linux"
    ? rows.map((entry) => ({ ...entry, flags: ["linkdown"] }))
    : rows;
}

function inetRows(os: OperatingSystem, uplink: Uplink, index: number): Route[] {
  const { name, network } = uplink;
  const rank = os === "linux" ? { metric: 100 * (index + 1) } : { scoped: index > 0 };
  const protocol = os === "linux" ? "kernel" : null;
  const connected = row(os, { ...rank, destination: `${network.inet}.0/24`, interface: name, protocol });
  if (uplink.inet === "addressed") return [connected];
  const gateway = uplink.inet === "stale-default" ? LOST_ROUTER.inet : `${network.inet}.1`;
  const owner = os === "linux" ? "dhcp" : null;
  return [connected, row(os, { ...rank, destination: "0.0.0.0/0", gateway, interface: name, protocol: owner })];
}

function inet6Rows(os: OperatingSystem, { name, network, inet6 }: Uplink, index: number): Route[] {
  const isLinux = os === "linux";
  const kernel = isLinux ? { metric: 256, protocol: "kernel" } : {};
  const link = isLinux ? "fe80::/64" : `fe80::%${name}/64`;
  const linkLocal = row(os, { ...kernel, destination: link, interface: name, scoped: !isLinux });
  if (inet6 === "none") return [linkLocal];
  const global = row(os, {
    ...kernel,
    destination: `${network.inet6}::/64`,
    interface: name,
    scoped: !isLinux && index > 0,
  });
  if (inet6 === "addressed") return [linkLocal, global];
  const gateway = {
    slaac: linkLocalRouter(os, name),
    "global-router": `${network.inet6}::1`,
    "stale-default": LOST_ROUTER.inet6,
  };
  const rank = isLinux ? { metric: 100 * (index + 1), protocol: "ra" } : { scoped: index > 0 };
  return [linkLocal, global, row(os, { ...rank, destination: "::/0", gateway: gateway[inet6], interface: name })];
}

/** What is known of the routers from the neighbour tables. */
export function uplinkNeighbours(uplink: Uplink): Neighbour[] {
  if (uplink.inet === "off" || uplink.neighbour === "none") return [];
  const linkAddress = uplink.neighbour === "failed" ? null : "a2:11:7e:03:9c:40";
  const entry = { interface: uplink.name, linkAddress, state: uplink.neighbour, router: true };
  return [
    { ...entry, address: `${uplink.network.inet}.1` },
    { ...entry, address: "fe80::1" },
  ];
}

/** What DHCP told of the router. */
export function uplinkHints(uplink: Uplink): Extract<Snapshot["routerHints"], { observed: true }>["value"] {
  if (uplink.inet === "off" || !uplink.hinted) return [];
  return [{ interface: uplink.name, router: `${uplink.network.inet}.1`, origin: "dhcp" }];
}
