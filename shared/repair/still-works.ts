import { parseAddress } from "../network/address.ts";
import type { Address } from "../network/address.ts";
import { isHostPrefix, prefixContains, prefixOf } from "../network/prefix.ts";
import type { Prefix } from "../network/prefix.ts";
import { isDefault, nextHopOf } from "../network/route-prefix.ts";
import { isLinkLocalAddress, isLoopbackAddress } from "../network/special-prefixes.ts";
import { isGuestBridge, isTunnelInterface } from "../network/tunnel-names.ts";
import { presenceOf } from "../snapshot/interface-presence.ts";
import type { Interface } from "../snapshot/interface.ts";
import { isComplete, valuesOf } from "../snapshot/part.ts";
import type { Route } from "../snapshot/route.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { isOnLinkRow, tableIndexOf } from "./table-index.ts";

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

/** Whether the address is directly reachable over the interface, by its own networks or by a row without a router. */
export function isOnLink(address: Address, name: string, snapshot: Snapshot): boolean {
  if (ownNetworks(name, address.family, snapshot).some((network) => prefixContains(network, address))) return true;
  const rows = tableIndexOf(valuesOf(snapshot.routes[address.family])).rowsAround(address);
  return rows.some((row) => isOnLinkRow(row, name));
}

function ownNetworks(name: string, family: Route["family"], snapshot: Snapshot): Prefix[] {
  const own = interfaceOf(name, snapshot)?.addresses.filter((entry) => entry.family === family) ?? [];
  return own.flatMap((entry) => [
    ...prefixOfText(entry.address, entry.prefixLength),
    ...(entry.peer === null ? [] : prefixOfText(entry.peer, family === "inet" ? 32 : 128)),
  ]);
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
  if (isOnLink(next, name, snapshot)) return true;
  const known = isComplete(snapshot.interfaces) && interfaceOf(name, snapshot) !== undefined;
  const table = snapshot.routes[route.family];
  const index = tableIndexOf(valuesOf(table));
  const ownNetwork = ownNetworks(name, route.family, snapshot).some((network) => !isHostPrefix(network));
  if (!known && !(isComplete(table) && (ownNetwork || index.hasNetworkOn(name)))) return true;
  return index.rowsAround(next).some((row) => {
    if (row.interface !== name || isDefault(row) || row.destination === route.destination) return false;
    if (isSourceGone(row, snapshot)) return false;
    const router = nextHopOf(row);
    return router !== null && isOnLink(router, name, snapshot);
  });
}

function prefixOfText(text: string, length: number): Prefix[] {
  const address = parseAddress(text);
  return address === null ? [] : [prefixOf(address, length)];
}
