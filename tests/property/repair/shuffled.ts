import type { Part } from "../../../shared/snapshot/part.ts";
import type { Snapshot } from "../../../shared/snapshot/snapshot.ts";
import { numbersFrom } from "../../support/numbers-from.ts";

/** The same snapshot with every list in another order. What the order means (name servers of one resolver) is kept. */
export function shuffled(snapshot: Snapshot, choice: number): Snapshot {
  const next = numbersFrom(choice);
  const mix = <Value>(part: Part<Value[]>): Part<Value[]> =>
    part.observed ? { ...part, value: inOtherOrder(part.value, next) } : part;
  return {
    ...snapshot,
    routes: { inet: mix(snapshot.routes.inet), inet6: mix(snapshot.routes.inet6) },
    interfaces: mix(snapshot.interfaces),
    neighbours: mix(snapshot.neighbours),
    rules: mix(snapshot.rules),
    resolvers: mix(snapshot.resolvers),
    processes: mix(snapshot.processes),
    tunnelOwners: mix(snapshot.tunnelOwners),
    sockets: mix(snapshot.sockets),
    stateFiles: mix(snapshot.stateFiles),
    routerHints: mix(snapshot.routerHints),
    clientLogs: mix(snapshot.clientLogs),
  };
}

function inOtherOrder<Value>(values: readonly Value[], next: (bound: number) => number): Value[] {
  const mixed = values.map((value) => ({ value, rank: next(0x1_0000_0000) }));
  return mixed.toSorted((a, b) => a.rank - b.rank).map(({ value }) => value);
}
