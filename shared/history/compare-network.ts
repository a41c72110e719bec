import type { Facts } from "../health/facts.ts";
import type { NetworkIdentity } from "../health/finding.ts";
import { networkIdentityOf } from "../health/uplink.ts";
import type { Family } from "../network/address.ts";
import { isDefault } from "../network/route-prefix.ts";
import { isComplete } from "../snapshot/part.ts";
import type { Route } from "../snapshot/route.ts";
import type { NetworkChange } from "./network-change.ts";
import { isSameNetwork } from "./same-network.ts";

/** Changes of the network that the machine is connected to, and of the default routes of both families. */
export function networkChanges(old: Facts, now: Facts): NetworkChange[] {
  return [
    ...identityChanges(old, now),
    ...defaultRouteChanges(old, now, "inet"),
    ...defaultRouteChanges(old, now, "inet6"),
  ];
}

function identityChanges(old: Facts, now: Facts): NetworkChange[] {
  if (!knowsRoutes(old) || !knowsRoutes(now)) return [];
  const before = networkIdentityOf(old);
  const after = networkIdentityOf(now);
  if (after === null) return before === null ? [] : [{ code: "network-left", args: identityArgs(before) }];
  if (before === null) return [{ code: "network-joined", args: identityArgs(after) }];
  return isSameNetwork(before, after) ? [] : [{ code: "network-changed", args: identityArgs(after) }];
}

function knowsRoutes(facts: Facts): boolean {
  return isComplete(facts.snapshot.routes.inet) && facts.interfacesComplete;
}

function identityArgs(identity: NetworkIdentity): NetworkChange["args"] {
  return { interface: identity.interface, address: identity.address ?? "", gateway: identity.gateway ?? "" };
}

function defaultRouteChanges(old: Facts, now: Facts, family: Family): NetworkChange[] {
  if (!isComplete(old.snapshot.routes[family]) || !isComplete(now.snapshot.routes[family])) return [];
  const before = defaultRouteOf(old, family);
  const after = defaultRouteOf(now, family);
  if (after === null) return before === null ? [] : [{ code: "default-route-removed", args: routeArgs(before) }];
  if (before === null) return [{ code: "default-route-added", args: routeArgs(after) }];
  if (before.gateway === after.gateway && before.interface === after.interface) return [];
  const replaced = { oldGateway: before.gateway, oldInterface: before.interface ?? "" };
  return [{ code: "default-route-changed", args: { ...routeArgs(after), ...replaced } }];
}

/** The default row that ordinary traffic takes: unscoped, lowest metric. */
function defaultRouteOf(facts: Facts, family: Family): Route | null {
  const rows = facts.routes.filter((route) => route.family === family && !route.scoped && isDefault(route));
  return rows.toSorted((a, b) => (a.metric ?? 0) - (b.metric ?? 0))[0] ?? null;
}

function routeArgs(route: Route): NetworkChange["args"] {
  return { family: route.family, gateway: route.gateway, interface: route.interface ?? "" };
}
