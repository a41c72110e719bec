import { parseAddress } from "../network/address.ts";
import type { Address } from "../network/address.ts";
import { isHostPrefix, prefixContains, prefixOf } from "../network/prefix.ts";
import type { Prefix } from "../network/prefix.ts";
import { destinationOf, isDefault, nextHopOf } from "../network/route-prefix.ts";
import { isLinkLocalAddress, isLoopbackAddress } from "../network/special-prefixes.ts";
import { isGuestBridge, isTunnelInterface } from "../network/tunnel-names.ts";
import { presenceOf } from "../snapshot/interface-presence.ts";
import type { Interface } from "../snapshot/interface.ts";
import { isComplete, valuesOf } from "../snapshot/part.ts";
import { LINK } from "../snapshot/route.ts";
import type { Route } from "../snapshot/route.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";

/**
 * Whether the row may still carry packets: true unless the snapshot shows that it cannot. Written apart from the rules
 * of shared/health on purpose, so that a mistake there is caught here.
 */
export function stillWorks(route: Route, snapshot: Snapshot): boolean {
  if (route.interface === null) return true;
  if (isLinkLost(route.interface, route, snapshot) || isSourceGone(route, snapshot)) return false;
  const next = nextHopOf(route);
  if (next === null || isTunnel(route.interface, snapshot) || route.flags.includes("onlink")) return true;
  if (isLoopbackAddress(next)) return !isDefault(route);
  return isLinkLocalAddress(next) || mayBeReached(next, route, route.interface, snapshot);
}

/** What is directly reachable over the interface: its own networks, and the rows that lead to it without a router. */
export function networksOf(name: string, family: Route["family"], snapshot: Snapshot): Prefix[] {
  const own = interfaceOf(name, snapshot)?.addresses.filter((entry) => entry.family === family) ?? [];
  const networks = own.flatMap((entry) => [
    ...prefixOfText(entry.address, entry.prefixLength),
    ...(entry.peer === null ? [] : prefixOfText(entry.peer, family === "inet" ? 32 : 128)),
  ]);
  const rows = valuesOf(snapshot.routes[family]).filter(
    (row) => row.interface === name && row.gateway === LINK && row.type === "unicast" && !isDefault(row),
  );
  return [...networks, ...rows.map(destinationOf)];
}

/** The interface of this name, undefined when it is not listed. */
export function interfaceOf(name: string, snapshot: Snapshot): Interface | undefined {
  return valuesOf(snapshot.interfaces).find((entry) => entry.name === name);
}

function isTunnel(name: string, snapshot: Snapshot): boolean {
  return isTunnelInterface(name, interfaceOf(name, snapshot), snapshot.os);
}

function isLinkLost(name: string, route: Route, snapshot: Snapshot): boolean {
  if (isGuestBridge(name)) return false;
  if (route.flags.includes("linkdown") || route.flags.includes("dead")) return true;
  const found = interfaceOf(name, snapshot);
  if (found === undefined) return presenceOf(name, snapshot) === "absent";
  return !found.up || found.carrier === false;
}

function isSourceGone(route: Route, snapshot: Snapshot): boolean {
  if (route.source === null || !isComplete(snapshot.interfaces)) return false;
  const own = valuesOf(snapshot.interfaces).flatMap((entry) => entry.addresses.map(({ address }) => address));
  return !own.includes(route.source.replace(/%.*$/, ""));
}

// Without the interface's own addresses a complete table can refute a next hop, by the networks that it shows; without
// any network nothing is refuted. A next hop behind another router cannot be judged (capture 63).
function mayBeReached(next: Address, route: Route, name: string, snapshot: Snapshot): boolean {
  const networks = networksOf(name, route.family, snapshot);
  if (networks.some((network) => prefixContains(network, next))) return true;
  const table = snapshot.routes[route.family];
  const known = isComplete(snapshot.interfaces) && interfaceOf(name, snapshot) !== undefined;
  if (!known && !(isComplete(table) && networks.some((network) => !isHostPrefix(network)))) return true;
  return valuesOf(table).some((row) => {
    if (row.interface !== name || isDefault(row) || row.destination === route.destination) return false;
    const router = nextHopOf(row);
    if (router === null || !prefixContains(destinationOf(row), next)) return false;
    return networks.some((network) => prefixContains(network, router));
  });
}

function prefixOfText(text: string, length: number): Prefix[] {
  const address = parseAddress(text);
  return address === null ? [] : [prefixOf(address, length)];
}
