import type { Facts } from "../health/facts.ts";
import { oncePerFacts } from "../health/once-per-facts.ts";
import { hasPinForm } from "../health/pins.ts";
import { tunnelRoutes, vpnTunnels } from "../health/tunnels.ts";
import type { Family } from "../network/address.ts";
import { isComplete } from "../snapshot/part.ts";
import { routeKey } from "../snapshot/route.ts";
import type { Route } from "../snapshot/route.ts";
import type { NetworkChange, NetworkChangeCode } from "./network-change.ts";

/** Tunnels that carry a VPN now and did not before, and the other way round. */
export function tunnelChanges(old: Facts, now: Facts): NetworkChange[] {
  if (!knowsTunnels(old) || !knowsTunnels(now)) return [];
  const before = vpnTunnels(old);
  const after = vpnTunnels(now);
  return [
    ...before.filter((name) => !after.includes(name)).map((name) => tunnelChange("tunnel-down", name)),
    ...after.filter((name) => !before.includes(name)).map((name) => tunnelChange("tunnel-up", name)),
  ];
}

/**
 * Routes through tunnels, and gateway pins, that came or went. Those of the tunnels named in `turned` are left out: a
 * tunnel that goes up or down takes its routes along, which can be thousands.
 */
export function routeChanges(old: Facts, now: Facts, turned: ReadonlySet<string>): NetworkChange[] {
  const before = watchedRoutes(old);
  const after = watchedRoutes(now);
  const isNamed = (route: Route) => !turned.has(route.interface ?? "") && knows(old, now, route.family);
  return [
    ...missing(before, after, isNamed).map((route) => routeChange("route-removed", route)),
    ...missing(after, before, isNamed).map((route) => routeChange("route-added", route)),
  ];
}

function missing(
  from: ReadonlyMap<string, Route>,
  others: ReadonlyMap<string, Route>,
  isNamed: (route: Route) => boolean,
): Route[] {
  const routes: Route[] = [];
  for (const [key, route] of from) if (!others.has(key) && isNamed(route)) routes.push(route);
  return routes;
}

/** The routes that matter to a VPN, gateway pins and routes of tunnels, by their key. */
export const watchedRoutes = oncePerFacts((facts): ReadonlyMap<string, Route> => {
  const pins = facts.routes.filter((route) => hasPinForm(facts, route));
  const tunnelled = vpnTunnels(facts).flatMap((name) => tunnelRoutes(facts, name));
  return new Map([...pins, ...tunnelled].map((route) => [routeKey(route), route]));
});

function knows(old: Facts, now: Facts, family: Family): boolean {
  return isComplete(old.snapshot.routes[family]) && isComplete(now.snapshot.routes[family]);
}

function knowsTunnels(facts: Facts): boolean {
  return facts.interfacesComplete && isComplete(facts.snapshot.routes.inet);
}

function tunnelChange(code: NetworkChangeCode, name: string): NetworkChange {
  return { code, args: { interface: name } };
}

function routeChange(code: NetworkChangeCode, route: Route): NetworkChange {
  const { destination, gateway } = route;
  return { code, args: { destination, gateway, interface: route.interface ?? "" } };
}
