import type { RouteMark, RouteRow, RouteTable, RouteTableRequest } from "../../../shared/contract/route-table.ts";
import { roleOf } from "../../../shared/explain/route-role.ts";
import type { Assessment } from "../../../shared/health/finding.ts";
import { isTunnelInterface } from "../../../shared/network/tunnel-names.ts";
import { valuesOf } from "../../../shared/snapshot/part.ts";
import { routeKey } from "../../../shared/snapshot/route.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import type { Snapshot } from "../../../shared/snapshot/snapshot.ts";
import type { KnownLook } from "../watch/conclude.ts";

/** The rows of the look that the routes view asked for. Work is done per row only for what the search and filter keep. */
export function routeTableOf(
  { snapshot, assessment }: Pick<KnownLook, "snapshot" | "assessment">,
  request: RouteTableRequest,
): RouteTable {
  const { search, filter, limit } = request;
  const found = allRoutes(snapshot).filter((route) => contains(route, search.trim().toLowerCase()));
  const marks = marksOf(assessment);
  const tunnels = tunnelNames(snapshot);
  const marked = new Set(marks.size === 0 ? [] : found.filter((route) => marks.has(routeKey(route))));
  const through = found.filter((route) => route.interface !== null && tunnels.has(route.interface));
  const kept = { all: found, tunnel: through, marked: [...marked] }[filter];
  const ordered = [...kept.filter((route) => marked.has(route)), ...kept.filter((route) => !marked.has(route))];
  return {
    counts: { all: found.length, tunnel: through.length, marked: marked.size },
    rows: ordered.slice(0, limit).map((route) => rowOf(route, snapshot, marks)),
  };
}

/** Every row of the look, both families, in the order of the system. */
export function allRoutes({ routes }: Snapshot): readonly Route[] {
  return [...valuesOf(routes.inet), ...valuesOf(routes.inet6)];
}

/** What the findings say about rows, by {@link routeKey}; also rows that only their repair names (the other half of a split default). */
export function marksOf({ findings }: Assessment): ReadonlyMap<string, RouteMark> {
  const marks = new Map<string, RouteMark>();
  for (const { id, severity, certainty, route, repair } of findings) {
    const named = repair.flatMap((step) =>
      step.op === "delete-route" || step.op === "replace-route" ? [step.route] : [],
    );
    for (const about of route === null ? named : [route, ...named]) {
      // The worst finding comes first and is the one that is told.
      if (!marks.has(routeKey(about))) marks.set(routeKey(about), { finding: id, severity, certainty });
    }
  }
  return marks;
}

function rowOf(route: Route, snapshot: Snapshot, marks: ReadonlyMap<string, RouteMark>): RouteRow {
  const key = routeKey(route);
  return {
    key,
    destination: route.destination,
    gateway: route.gateway,
    interface: route.interface,
    table: route.table === "main" ? null : route.table,
    role: roleOf(route, snapshot),
    mark: marks.get(key) ?? null,
  };
}

function contains(route: Route, search: string): boolean {
  if (search === "") return true;
  const { destination, gateway, interface: name, table } = route;
  return (
    destination.includes(search) ||
    gateway.includes(search) ||
    (table !== "main" && table.includes(search)) ||
    name?.toLowerCase().includes(search) === true ||
    ("default".startsWith(search) && (destination === "0.0.0.0/0" || destination === "::/0"))
  );
}

function tunnelNames(snapshot: Snapshot): ReadonlySet<string> {
  const known = new Map(valuesOf(snapshot.interfaces).map((entry) => [entry.name, entry]));
  const names = new Set(allRoutes(snapshot).flatMap((route) => route.interface ?? []));
  return new Set([...names].filter((name) => isTunnelInterface(name, known.get(name), snapshot.os)));
}
