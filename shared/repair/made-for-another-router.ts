import type { History } from "../history/history.ts";
import { isHostPrefix } from "../network/prefix.ts";
import { destinationOf, isDefault } from "../network/route-prefix.ts";
import { isComplete, valuesOf } from "../snapshot/part.ts";
import type { Route } from "../snapshot/route.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { stillWorks } from "./still-works.ts";

/**
 * Whether the ledger shows that a host row was made for a router which is not the one of its network now: link-level
 * addresses tell routers apart. Written apart from the rules of shared/health on purpose, like {@link stillWorks}.
 */
export function wasMadeForAnotherRouter(route: Route, snapshot: Snapshot, { pins }: History): boolean {
  const routers = routersBeside(route, snapshot);
  if (routers === null) return false;
  const madeFor = pins
    .filter(({ destination, gateway, interface: name }) => {
      return destination === route.destination && gateway === route.gateway && name === route.interface;
    })
    .flatMap(({ last }) => last.network.routerLinkAddress ?? []);
  const present = [...routers, route.gateway].flatMap((address) => linkAddressesOf(address, route, snapshot));
  return madeFor.length > 0 && present.some((address) => !madeFor.includes(address));
}

/**
 * Whether the kernel has no answer from a host row's next hop, and the replacement takes the router of the row's network:
 * then the replacement is the way of everything else, and nothing that works is lost.
 */
export function isUnansweredBesideRouter(route: Route, replacement: Route, snapshot: Snapshot): boolean {
  if (routersBeside(route, snapshot) === null) return false;
  const takesDefault = defaultsOf(route, snapshot).some(
    ({ gateway, interface: name }) => gateway === replacement.gateway && name === replacement.interface,
  );
  const isUnanswered = valuesOf(snapshot.neighbours).some(
    ({ address, interface: name, state }) =>
      address === bare(route.gateway) && name === route.interface && /failed|incomplete/.test(state),
  );
  return takesDefault && isUnanswered;
}

/** The routers of the row's interface; null when there is none, or the row's own next hop may be a router. */
function routersBeside(route: Route, snapshot: Snapshot): string[] | null {
  if (!isHostPrefix(destinationOf(route)) || !isComplete(snapshot.routes[route.family])) return null;
  const defaults = defaultsOf(route, snapshot).filter((row) => stillWorks(row, snapshot));
  if (defaults.some(({ gateway, multipath }) => multipath || gateway === route.gateway)) return null;
  const beside = defaults.filter((row) => row.interface === route.interface).map(({ gateway }) => gateway);
  return beside.length === 0 ? null : beside;
}

function defaultsOf({ family }: Route, snapshot: Snapshot): Route[] {
  return valuesOf(snapshot.routes[family]).filter(isDefault);
}

function linkAddressesOf(address: string, { interface: name }: Route, snapshot: Snapshot): string[] {
  return valuesOf(snapshot.neighbours)
    .filter((entry) => entry.address === bare(address) && entry.interface === name)
    .flatMap(({ linkAddress }) => linkAddress ?? []);
}

// Neighbour tables name addresses without their zone.
function bare(address: string): string {
  return address.replace(/%.*$/, "");
}
