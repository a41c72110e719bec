import { isComplete, valuesOf } from "../snapshot/part.ts";
import type { Route } from "../snapshot/route.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { parseAddress } from "./address.ts";
import { parsePrefix, prefixCovers, prefixOf } from "./prefix.ts";
import type { Prefix } from "./prefix.ts";
import { destinationOf } from "./route-prefix.ts";
import { isLinkLocalAddress, isMulticastAddress } from "./special-prefixes.ts";

/** fc00::/7, from which everybody takes networks of his own (RFC 4193). */
const UNIQUE_LOCAL = parsePrefix("fc00::/7");
/** The network of one link. */
const LINK_LENGTH = 64;

/**
 * Whether a utun of macOS has the form of one that only connects a device: Xcode and other developer tools reach a phone
 * over a tunnel with one unique local /64 and nothing behind it. A VPN has an IPv4 address, or leads beyond its own link.
 */
export function isDeviceTunnel(name: string, snapshot: Snapshot): boolean {
  const { inet, inet6 } = snapshot.routes;
  if (snapshot.os !== "darwin" || !/^utun\d/.test(name) || !isComplete(inet) || !isComplete(inet6)) return false;
  const networks = linkNetworks(name, snapshot);
  if (networks.length === 0) return false;
  return [...valuesOf(inet), ...valuesOf(inet6)].every(
    (route) => route.interface !== name || staysOnLink(route, networks),
  );
}

/** The unique local networks of its addresses; none when it has an address of another kind, too. */
function linkNetworks(name: string, snapshot: Snapshot): Prefix[] {
  const own = valuesOf(snapshot.interfaces).find((entry) => entry.name === name)?.addresses ?? [];
  const beyondLink = own.flatMap(({ address, prefixLength }) => {
    const parsed = parseAddress(address);
    return parsed === null || isLinkLocalAddress(parsed) ? [] : [prefixOf(parsed, prefixLength)];
  });
  return beyondLink.every(isUniqueLocalLink) ? beyondLink.map((network) => prefixOf(network, LINK_LENGTH)) : [];
}

function isUniqueLocalLink(network: Prefix): boolean {
  return UNIQUE_LOCAL !== null && network.length >= LINK_LENGTH && prefixCovers(UNIQUE_LOCAL, network);
}

function staysOnLink(route: Route, networks: readonly Prefix[]): boolean {
  const destination = destinationOf(route);
  const isLocal = route.scoped || isLinkLocalAddress(destination) || isMulticastAddress(destination);
  return isLocal || networks.some((network) => prefixCovers(network, destination));
}
