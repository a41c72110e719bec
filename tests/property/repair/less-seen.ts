import { partlyObserved, unobserved } from "../../../shared/snapshot/part.ts";
import type { Part } from "../../../shared/snapshot/part.ts";
import type { Snapshot } from "../../../shared/snapshot/snapshot.ts";
import { numbersFrom } from "../../support/numbers-from.ts";

type Blindness = (snapshot: Snapshot) => Snapshot;

const MISSING = unobserved<never>("not-in-capture");
const PARTS = [
  ...(["interfaces", "processes", "tunnelOwners", "sockets", "stateFiles", "resolvers"] as const),
  ...(["rules", "neighbours", "routerHints", "clientLogs"] as const),
];
const FAMILIES = ["inet", "inet6"] as const;

/** Every way of not seeing one part of the machine at all. */
const BLIND: readonly Blindness[] = [
  ...FAMILIES.map((family): Blindness => (seen) => ({ ...seen, routes: { ...seen.routes, [family]: MISSING } })),
  ...PARTS.map((part): Blindness => (seen) => ({ ...seen, [part]: MISSING })),
];

/** Every way of seeing some entries of one part only, and knowing that there may be more. */
function shortSighted(choice: number): Blindness[] {
  const next = numbersFrom(choice);
  const some = <Value>(part: Part<Value[]>): Part<Value[]> =>
    part.observed ? partlyObserved(part.value.filter(() => next(3) > 0)) : part;
  return [
    ...FAMILIES.map((family): Blindness => (seen) => ({
      ...seen,
      routes: { ...seen.routes, [family]: some(seen.routes[family]) },
    })),
    (seen) => ({ ...seen, interfaces: some(seen.interfaces) }),
    (seen) => ({ ...seen, processes: some(seen.processes) }),
    (seen) => ({ ...seen, tunnelOwners: some(seen.tunnelOwners) }),
    (seen) => ({ ...seen, sockets: some(seen.sockets) }),
    (seen) => ({ ...seen, rules: some(seen.rules) }),
    (seen) => ({ ...seen, neighbours: some(seen.neighbours) }),
  ];
}

/**
 * The snapshot as somebody sees it who knows less: in one way that is drawn, and in that and a second one. Over many worlds
 * every way and every pair of ways comes up, but two pairs: without the interfaces and the IPv6 table only a pasted IPv4
 * table is left, from which the product concludes as if there were no IPv6 (capture 34); without the interfaces and the
 * owners of tunnels, whose tunnel is whose is inferred from the rows and the processes alone.
 */
export function lessSeen(snapshot: Snapshot, choice: number): Snapshot[] {
  const ways = [...BLIND, ...shortSighted(choice)];
  const next = numbersFrom(choice + 1);
  const [first, second] = [ways[next(ways.length)], ways[next(ways.length)]];
  if (first === undefined || second === undefined) return [];
  const both = second(first(snapshot));
  return [first(snapshot), ...(isLeftAside(both) ? [] : [both])];
}

function isLeftAside({ routes, interfaces, tunnelOwners }: Snapshot): boolean {
  return !interfaces.observed && (!routes.inet6.observed || !tunnelOwners.observed || tunnelOwners.partial);
}
