import type { Route } from "../../shared/snapshot/route.ts";

/** Rows as `ip -j route show table all` of iproute2 6.1 prints them: what is usual is left out. */
export function printIpRoutes(routes: readonly Route[]): string {
  return JSON.stringify(routes.map(rowOf));
}

function rowOf(route: Route): object {
  const metrics = Object.entries(route.metrics);
  return {
    ...(route.type === "unicast" ? {} : { type: route.type }),
    dst: printedDestination(route),
    ...Object.fromEntries(route.unmodelled.map((name) => [name, 7])),
    ...(route.gateway === "link" ? {} : { gateway: route.gateway }),
    ...(route.interface === null ? {} : { dev: route.interface }),
    ...(route.table === "main" ? {} : { table: route.table }),
    ...(route.protocol === null ? {} : { protocol: route.protocol }),
    ...(route.scope === null ? {} : { scope: route.scope }),
    ...(route.source === null ? {} : { prefsrc: route.source }),
    ...(route.metric === null ? {} : { metric: route.metric }),
    flags: route.flags,
    ...(metrics.length === 0 ? {} : { metrics: [Object.fromEntries(metrics)] }),
    ...(route.preference === null ? {} : { pref: route.preference }),
  };
}

function printedDestination(route: Route): string {
  if (route.destination === "0.0.0.0/0" || route.destination === "::/0") return "default";
  return route.host ? route.destination.replace(/\/\d+$/, "") : route.destination;
}
