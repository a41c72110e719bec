import type { Route } from "./route.ts";

/** A plain unscoped unicast row of table `main` through a router, as a repair adds it. Destination as CIDR text. */
export function newRoute(
  row: Pick<Route, "family" | "destination" | "gateway" | "host"> & { interface: string },
): Route {
  return {
    family: row.family,
    destination: row.destination,
    gateway: row.gateway,
    interface: row.interface,
    type: "unicast",
    source: null,
    table: "main",
    metric: null,
    protocol: null,
    scope: null,
    scoped: false,
    host: row.host,
    flags: [],
    linkAddress: null,
    metrics: {},
    preference: null,
    multipath: false,
    unmodelled: [],
  };
}
