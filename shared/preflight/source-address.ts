import type { Facts } from "../health/facts.ts";
import { parseAddress } from "../network/address.ts";
import type { Address } from "../network/address.ts";
import { prefixContains, prefixOf } from "../network/prefix.ts";
import { nextHopOf } from "../network/route-prefix.ts";
import { isLinkLocalAddress } from "../network/special-prefixes.ts";
import type { InterfaceAddress } from "../snapshot/interface.ts";
import type { Route } from "../snapshot/route.ts";

/**
 * The own address that packets by this row leave with: what the row says, else the address of its interface that is on the
 * network of the next hop, else the interface's only one. Canonical text; null where several are left or none is known.
 */
export function sourceAddress(facts: Facts, route: Route, destination: Address): string | null {
  if (route.source !== null) return route.source;
  const own = (facts.interfaces.get(route.interface ?? "")?.addresses ?? []).filter(
    ({ family }) => family === destination.family,
  );
  const target = nextHopOf(route) ?? destination;
  const beside = own.filter((entry) => isOnNetworkOf(entry, target));
  const candidates = beside.length > 0 && !isLinkLocalAddress(target) ? beside : own.filter(isBeyondLink);
  const [only, ...others] = candidates;
  return only === undefined || others.length > 0 ? null : only.address;
}

function isOnNetworkOf({ address, prefixLength }: InterfaceAddress, target: Address): boolean {
  const own = parseAddress(address);
  return own !== null && prefixContains(prefixOf(own, prefixLength), target);
}

function isBeyondLink({ address }: InterfaceAddress): boolean {
  const own = parseAddress(address);
  return own !== null && !isLinkLocalAddress(own);
}
