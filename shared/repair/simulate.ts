import { valuesOf } from "../snapshot/part.ts";
import type { Part } from "../snapshot/part.ts";
import type { Socket } from "../snapshot/process.ts";
import { routeKey } from "../snapshot/route.ts";
import type { Route } from "../snapshot/route.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { Step } from "./step.ts";

/** The snapshot as it would be after the steps. Pure; steps about rows that are not there change nothing. */
export function simulate(snapshot: Snapshot, steps: readonly Step[]): Snapshot {
  const { inet, inet6 } = snapshot.routes;
  const routes = { inet: withChanges(inet, "inet", steps), inet6: withChanges(inet6, "inet6", steps) };
  return steps.reduce(withoutResidue, { ...snapshot, routes });
}

/** All changes of one table at once, in the order of the steps: tables and plans can be large. */
function withChanges(part: Part<Route[]>, family: Route["family"], steps: readonly Step[]): Part<Route[]> {
  const own = steps.filter((step) => "route" in step && step.route.family === family);
  if (!part.observed || own.length === 0) return part;
  const gone = new Set<string>();
  const added = new Map<string, Route[]>();
  const remove = (route: Route) => {
    gone.add(routeKey(route));
    added.delete(routeKey(route));
  };
  const add = (route: Route) => {
    added.set(routeKey(route), [...(added.get(routeKey(route)) ?? []), route]);
  };
  for (const step of own) {
    if (step.op === "delete-route" || step.op === "replace-route") remove(step.route);
    if (step.op === "add-route") add(step.route);
    if (step.op === "replace-route") add(step.replacement);
  }
  const left = part.value.filter((row) => !gone.has(routeKey(row)));
  return { ...part, value: [...left, ...[...added.values()].flat()] };
}

function withoutResidue(snapshot: Snapshot, step: Step): Snapshot {
  switch (step.op) {
    case "delete-route":
    case "add-route":
    case "replace-route":
      return snapshot;
    case "clear-resolver":
      return { ...snapshot, resolvers: filtered(snapshot.resolvers, (resolver) => resolver.name !== step.path) };
    case "remove-state-file":
      return { ...snapshot, stateFiles: filtered(snapshot.stateFiles, (file) => file.path !== step.path) };
    case "nudge-client":
      return nudged(snapshot, step.client, step.pid);
  }
}

// The client connects anew, to the same server: how its log left the session is past, and how its sockets stand cannot be
// known, nor whether there are more.
function nudged(snapshot: Snapshot, client: string, pid: number): Snapshot {
  const clientLogs = mapped(snapshot.clientLogs, (log) =>
    log.client === client ? { ...log, session: "unknown" as const } : log,
  );
  const sockets = mapped(snapshot.sockets, (socket) =>
    socket.pid === pid ? { ...socket, state: null, localAddress: ownAddressFor(socket, snapshot) } : socket,
  );
  return { ...snapshot, clientLogs, sockets: sockets.observed ? { ...sockets, partial: true } : sockets };
}

// A new connection leaves from an address that is here.
function ownAddressFor({ localAddress }: Socket, { interfaces }: Snapshot): string {
  const own = valuesOf(interfaces).flatMap(({ addresses, loopback }) => (loopback ? [] : addresses));
  const isHere = own.some(({ address }) => address === localAddress);
  const family = localAddress.includes(":") ? "inet6" : "inet";
  return isHere ? localAddress : (own.find((one) => one.family === family)?.address ?? localAddress);
}

function mapped<Value>(part: Part<Value[]>, change: (value: Value) => Value): Part<Value[]> {
  return part.observed ? { ...part, value: part.value.map(change) } : part;
}

function filtered<Value>(part: Part<Value[]>, keep: (value: Value) => boolean): Part<Value[]> {
  return part.observed ? { ...part, value: part.value.filter(keep) } : part;
}
