import type { Route } from "../snapshot/route.ts";
import { parseAddress } from "./address.ts";
import type { Address } from "./address.ts";
import { parsePrefix } from "./prefix.ts";
import type { Prefix } from "./prefix.ts";

const cache = new WeakMap<Route, Prefix>();

/** The destination of a route as a prefix. Throws RangeError when the route's text is not CIDR, which no parser lets pass. */
export function destinationOf(route: Route): Prefix {
  const known = cache.get(route);
  if (known !== undefined) return known;
  const prefix = parsePrefix(route.destination);
  if (prefix === null) throw new RangeError(`route destination ${route.destination} is not a prefix`);
  cache.set(route, prefix);
  return prefix;
}

/** The next hop of a route as an address, null when the destination is reached directly over the link. */
export function nextHopOf(route: Route): Address | null {
  return parseAddress(route.gateway);
}

/** Whether the route is a default route (prefix length 0). */
export function isDefault(route: Route): boolean {
  return route.destination.endsWith("/0");
}
