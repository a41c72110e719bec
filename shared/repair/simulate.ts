import type { Part } from "../snapshot/part.ts";
import { routeKey } from "../snapshot/route.ts";
import type { Route } from "../snapshot/route.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { Step } from "./step.ts";

/** The snapshot as it would be after the steps. Pure; steps about rows that are not there change nothing. */
export function simulate(snapshot: Snapshot, steps: readonly Step[]): Snapshot {
  return steps.reduce(apply, snapshot);
}

function apply(snapshot: Snapshot, step: Step): Snapshot {
  switch (step.op) {
    case "delete-route":
      return withRoutes(snapshot, step.route.family, (rows) => without(rows, step.route));
    case "add-route":
      return withRoutes(snapshot, step.route.family, (rows) => [...rows, step.route]);
    case "replace-route":
      return withRoutes(snapshot, step.route.family, (rows) => [...without(rows, step.route), step.replacement]);
    case "clear-resolver":
      return { ...snapshot, resolvers: filtered(snapshot.resolvers, (resolver) => resolver.name !== step.path) };
    case "remove-state-file":
      return { ...snapshot, stateFiles: filtered(snapshot.stateFiles, (file) => file.path !== step.path) };
    case "nudge-client":
      return nudged(snapshot, step.client, step.pid);
  }
}

// The client connects anew: what its log said is past, and which sockets it will have cannot be known.
function nudged(snapshot: Snapshot, client: string, pid: number): Snapshot {
  const clientLogs = filtered(snapshot.clientLogs, (log) => log.client !== client);
  const sockets = filtered(snapshot.sockets, (socket) => socket.pid !== pid);
  return { ...snapshot, clientLogs, sockets: sockets.observed ? { ...sockets, partial: true } : sockets };
}

function withRoutes(snapshot: Snapshot, family: Route["family"], change: (rows: Route[]) => Route[]): Snapshot {
  const part = snapshot.routes[family];
  if (!part.observed) return snapshot;
  return { ...snapshot, routes: { ...snapshot.routes, [family]: { ...part, value: change(part.value) } } };
}

function without(rows: readonly Route[], route: Route): Route[] {
  const key = routeKey(route);
  return rows.filter((row) => routeKey(row) !== key);
}

function filtered<Value>(part: Part<Value[]>, keep: (value: Value) => boolean): Part<Value[]> {
  return part.observed ? { ...part, value: part.value.filter(keep) } : part;
}
