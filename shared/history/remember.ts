import type { Assessment, NetworkIdentity } from "../health/finding.ts";
import { valuesOf } from "../snapshot/part.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { History } from "./history.ts";

/** More than any laptop meets in a day; the oldest are forgotten first. */
const MOST_SERVERS = 64;
const MOST_PREFIXES = 4096;

/**
 * What is worth remembering of one look: the servers of living clients, the prefixes that lead into their tunnels, and
 * when the network changed. `previous` is the verdict of the look before, null at the first one, which is no change.
 * To judge by what was just learned, assess again with the result.
 */
export function remember(
  history: History,
  snapshot: Snapshot,
  assessment: Assessment,
  previous: Assessment | null,
): History {
  const changed = previous !== null && !isSameNetwork(previous.network, assessment.network);
  return {
    servers: newest([...history.servers, ...serversOf(assessment)], MOST_SERVERS),
    tunnelPrefixes: newest([...history.tunnelPrefixes, ...tunnelPrefixesOf(snapshot, assessment)], MOST_PREFIXES),
    networkChangedAt: changed ? (snapshot.takenAt ?? history.networkChangedAt) : history.networkChangedAt,
  };
}

/**
 * Whether two looks saw the same network: same interface, own address, router and router's link-level address. A part that
 * one of them does not know is no difference (02-architecture, "Unknown is not absent").
 */
export function isSameNetwork(one: NetworkIdentity | null, other: NetworkIdentity | null): boolean {
  if (one === null || other === null) return one === other;
  const sameOrUnknown = (a: string | null, b: string | null) => a === null || b === null || a === b;
  return (
    one.interface === other.interface &&
    one.gateway === other.gateway &&
    sameOrUnknown(one.address, other.address) &&
    sameOrUnknown(one.routerLinkAddress, other.routerLinkAddress)
  );
}

function serversOf({ clients }: Assessment): string[] {
  return clients.filter((client) => client.alive).flatMap((client) => client.serverAddresses);
}

function tunnelPrefixesOf(snapshot: Snapshot, { clients }: Assessment): string[] {
  const tunnels = new Set(clients.filter((client) => client.alive).map((client) => client.interface));
  return [snapshot.routes.inet, snapshot.routes.inet6]
    .flatMap((part) => valuesOf(part))
    .filter((route) => route.interface !== null && tunnels.has(route.interface))
    .filter((route) => route.type === "unicast" && route.table === "main" && !route.destination.endsWith("/0"))
    .map((route) => route.destination);
}

/** Each once, where it was seen last, and at most so many of the end. */
function newest(values: readonly string[], most: number): string[] {
  return [...new Set(values.toReversed())].slice(0, most).toReversed();
}
