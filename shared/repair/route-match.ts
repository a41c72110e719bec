import type { Route } from "../snapshot/route.ts";
import { routeKey } from "../snapshot/route.ts";
import type { OperatingSystem } from "../snapshot/snapshot.ts";

/** Linux gives an IPv6 row without a metric 1024 (IP6_RT_PRIO_USER) and prints it; IPv4 rows stay at 0, unprinted. */
const DEFAULT_METRIC = { inet: 0, inet6: 1024 } as const;

/** The rows of `table` that the full selector names: equal in everything that identifies a row. More than one means that nothing may be done. */
export function findRoute(route: Route, table: readonly Route[]): Route[] {
  const key = selectorOf(route);
  return table.filter((row) => row.destination === route.destination && selectorOf(row) === key);
}

/**
 * The rows that hold the place which `route` would take, whatever their next hop: two rows of the same place cannot
 * both be added. Linux tells rows apart by destination, table and metric; Darwin by destination, mask and scope
 * (macos-facts §4.3).
 */
export function occupantsOf(route: Route, table: readonly Route[], os: OperatingSystem): Route[] {
  const place = placeOf(route, os);
  return table.filter((row) => row.destination === route.destination && placeOf(row, os) === place);
}

/**
 * Whether `route` is in the table as asked for: it alone holds its place, with its next hop and interface. The source
 * address is left out where the selector does not name one, because the kernel chooses it.
 */
export function isInPlace(route: Route, table: readonly Route[], os: OperatingSystem): boolean {
  const occupants = occupantsOf(route, table, os);
  const row = occupants[0];
  if (occupants.length !== 1 || row === undefined) return false;
  if (row.gateway !== route.gateway || row.interface !== route.interface || row.type !== route.type) return false;
  return route.source === null || route.source === row.source;
}

function selectorOf(route: Route): string {
  return routeKey({ ...route, metric: route.metric ?? DEFAULT_METRIC[route.family] });
}

function placeOf(route: Route, os: OperatingSystem): string {
  if (os === "linux") return `${route.family} ${route.table} ${route.metric ?? DEFAULT_METRIC[route.family]}`;
  return `${route.family} ${route.host ? "host" : "net"} ${route.scoped ? `%${route.interface ?? ""}` : ""}`;
}
