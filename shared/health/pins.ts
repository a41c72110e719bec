import { clientKind } from "../clients/client-kinds.ts";
import type { VpnClient } from "../clients/vpn-client.ts";
import { formatAddress } from "../network/address.ts";
import type { Address } from "../network/address.ts";
import { prefixTable } from "../network/prefix-table.ts";
import { isHostPrefix, parsePrefix } from "../network/prefix.ts";
import type { Prefix } from "../network/prefix.ts";
import { destinationOf, isDefault, nextHopOf } from "../network/route-prefix.ts";
import { isPrivateAddress, isRoutableAddress } from "../network/special-prefixes.ts";
import { valuesOf } from "../snapshot/part.ts";
import { LINK } from "../snapshot/route.ts";
import type { Route } from "../snapshot/route.ts";
import type { Facts } from "./facts.ts";
import { oncePerFacts } from "./once-per-facts.ts";

/** Protocols of the system and of routing daemons: such rows have an owner that is not a VPN client (02-architecture, property 4). */
const OWNED_PROTOCOLS = new Set([
  "kernel",
  "dhcp",
  "ra",
  "redirect",
  "bird",
  "zebra",
  "ospf",
  "isis",
  "bgp",
  "babel",
  "rip",
  "eigrp",
  "gated",
  "mrt",
  "ntk",
  "xorp",
  "dnrouted",
]);

/** Darwin flags of rows that the kernel makes by itself (macos-facts §3.1). */
const KERNEL_FLAGS = new Set(["W", "L", "D", "M", "m", "b"]);

/** Pieces of a split default are wider than this (`0/1`, `8/7`); networks that a VPN serves are not. */
const SHORTEST_TELLING_PREFIX = 8;

/** Why a host route counts as a gateway pin; `null` when nothing says so. */
export type Attribution = "living-client" | "known-server" | "inside-tunnel-prefix" | "public-host" | null;

/** Whether the row was added by somebody's hand or script: unicast, through a router, by no protocol that owns its rows. */
export function isForeignGatewayRoute(facts: Facts, route: Route): boolean {
  if (route.type !== "unicast" || route.gateway === LINK || route.interface === null) return false;
  if (!facts.isPhysical(route.interface) || isDefault(route) || nextHopOf(route) === null) return false;
  if (route.flags.some((flag) => KERNEL_FLAGS.has(flag))) return false;
  return route.protocol === null || !OWNED_PROTOCOLS.has(route.protocol);
}

/** Whether the row has the form of a gateway pin: a single routable address through a router on a physical interface. */
export function hasPinForm(facts: Facts, route: Route): boolean {
  const destination = destinationOf(route);
  return isForeignGatewayRoute(facts, route) && isHostPrefix(destination) && isRoutableAddress(destination);
}

/** What ties the row to a VPN server. A private host without any tie is somebody's own static route. */
export function attributionOf(facts: Facts, route: Route): Attribution {
  const server = destinationOf(route);
  if (pinOwner(facts, server) !== null) return "living-client";
  if (knownServers(facts).has(formatAddress(server))) return "known-server";
  if (isInsideTunnelPrefix(facts, server)) return "inside-tunnel-prefix";
  return isPrivateAddress(server) ? null : "public-host";
}

const knownServers = oncePerFacts(
  ({ history, snapshot }) =>
    new Set([...history.servers, ...valuesOf(snapshot.clientLogs).flatMap((log) => log.servers)]),
);

/** The living client whose server the address is; null when none is known to be. */
export function pinOwner(facts: Facts, server: Address): VpnClient | null {
  const text = formatAddress(server);
  const pinning = facts.clients.filter((client) => client.alive && client.family === "pins-host-route");
  const named = pinning.find((client) => client.serverAddresses.includes(text));
  if (named !== undefined) return named;
  // A server given by name only: the pin of the only client that needs one, when it lies inside that client's tunnel.
  const nameless = pinning.filter((client) => client.serverAddresses.length === 0 && client.interface !== null);
  const [only, ...others] = nameless;
  if (only === undefined || others.length > 0) return null;
  return tellingPrefixes(facts, server, only.interface).length > 0 ? only : null;
}

/** Whether Holdfast may change the routes of this client: it pins a host route and nobody else looks after it. */
export function mayRepairFor(client: VpnClient): boolean {
  const kind = clientKind(client.kind);
  return client.family === "pins-host-route" && client.managedBy === null && kind?.guardsRoutes === false;
}

function isInsideTunnelPrefix(facts: Facts, address: Address): boolean {
  const remembered = rememberedPrefixes(facts).matches(address);
  return remembered.some((prefix) => isTelling(prefix, address)) || tellingPrefixes(facts, address, null).length > 0;
}

const rememberedPrefixes = oncePerFacts(({ history }) => {
  const prefixes = history.tunnelPrefixes.flatMap((text) => parsePrefix(text) ?? []);
  return prefixTable(prefixes, (prefix) => prefix);
});

function tellingPrefixes(facts: Facts, address: Address, tunnel: string | null): Prefix[] {
  const rows = facts.routesByDestination.matches(address).filter((route) => {
    if (route.interface === null || !facts.isTunnel(route.interface) || route.scoped) return false;
    return tunnel === null || route.interface === tunnel;
  });
  return rows.map(destinationOf).filter((prefix) => isTelling(prefix, address));
}

// A tunnel that takes (nearly) everything says nothing about a private address: that may be anybody's static route.
function isTelling(prefix: Prefix, address: Address): boolean {
  return !isPrivateAddress(address) || prefix.length >= SHORTEST_TELLING_PREFIX;
}
