import { factsOf } from "../health/facts.ts";
import type { Assessment } from "../health/finding.ts";
import { valuesOf } from "../snapshot/part.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { History } from "./history.ts";
import { rememberPins } from "./remember-pins.ts";
import { isSameNetwork, withKnown } from "./same-network.ts";

/** More than any laptop meets in a day; the oldest are forgotten first. */
export const MOST_SERVERS = 64;
export const MOST_PREFIXES = 4096;

/**
 * What is worth remembering of one look: the servers of living clients, the prefixes that lead into their tunnels, the
 * pins that work, the network, and when it changed. `previous` is the verdict of the look before, null at the first
 * one, which is no change. To judge by what was just learned, assess again with the result; the same object is given
 * back when there was nothing to learn.
 */
export function remember(
  history: History,
  snapshot: Snapshot,
  assessment: Assessment,
  previous: Assessment | null,
): History {
  const { network } = assessment;
  const changed = previous !== null && hasChanged(history, network, previous.network);
  const learned: History = {
    servers: newest([...history.servers, ...serversOf(assessment)], MOST_SERVERS),
    tunnelPrefixes: newest([...history.tunnelPrefixes, ...tunnelPrefixesOf(snapshot, assessment)], MOST_PREFIXES),
    networkChangedAt: changed ? (snapshot.takenAt ?? history.networkChangedAt) : history.networkChangedAt,
    network: network === null ? history.network : withKnown(network, history.network),
    pins: rememberPins(history.pins, factsOf(snapshot, history)),
  };
  return isSame(learned, history) ? history : learned;
}

function isSame(one: History, other: History): boolean {
  const isSameList = (a: readonly string[], b: readonly string[]) =>
    a.length === b.length && a.every((value, index) => value === b[index]);
  if (!isSameList(one.servers, other.servers) || !isSameList(one.tunnelPrefixes, other.tunnelPrefixes)) return false;
  const rest = ({ networkChangedAt, network, pins }: History) => JSON.stringify([networkChangedAt, network, pins]);
  return rest(one) === rest(other);
}

// Against all that is known of the last network, not only against the last look, which may not have known its router.
function hasChanged(history: History, now: Assessment["network"], before: Assessment["network"]): boolean {
  if (now === null || before === null) return now !== before;
  return !isSameNetwork(history.network ?? before, now);
}

function serversOf({ clients }: Assessment): string[] {
  return clients
    .filter((client) => client.alive)
    .flatMap((client) => client.serverAddresses)
    .toSorted();
}

function tunnelPrefixesOf(snapshot: Snapshot, { clients }: Assessment): string[] {
  const tunnels = new Set(clients.filter((client) => client.alive).map((client) => client.interface));
  return [snapshot.routes.inet, snapshot.routes.inet6]
    .flatMap((part) => valuesOf(part))
    .filter((route) => route.interface !== null && tunnels.has(route.interface))
    .filter((route) => route.type === "unicast" && route.table === "main" && !route.destination.endsWith("/0"))
    .map((route) => route.destination)
    .toSorted();
}

/** Each once, where it was seen last, and at most so many of the end. */
function newest(values: readonly string[], most: number): string[] {
  return [...new Set(values.toReversed())].slice(0, most).toReversed();
}
