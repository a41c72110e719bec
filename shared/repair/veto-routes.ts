import { isHostPrefix } from "../network/prefix.ts";
import { destinationOf, isDefault, nextHopOf } from "../network/route-prefix.ts";
import { isLinkLocalAddress, isLoopbackAddress, isMulticastAddress } from "../network/special-prefixes.ts";
import { isLoopbackInterface, isTunnelInterface } from "../network/tunnel-names.ts";
import { codedText } from "../snapshot/coded-text.ts";
import type { CodedText } from "../snapshot/coded-text.ts";
import { valuesOf } from "../snapshot/part.ts";
import { LINK, routeKey } from "../snapshot/route.ts";
import type { Route } from "../snapshot/route.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { History } from "../history/history.ts";
import { isUnansweredBesideRouter, wasMadeForAnotherRouter } from "./made-for-another-router.ts";
import { occupantsOf } from "./route-match.ts";
import { interfaceOf, isOnLink, stillWorks } from "./still-works.ts";
import { tableIndexOf } from "./table-index.ts";

/** Who else's rows stay as they are: the kernel's, DHCP's, router advertisements', routing daemons'. */
const MAY_BE_DELETED = new Set(["boot", "static"]);

/** Refuses to delete a row that is protected, ambiguous, cannot be restored exactly, or still works. */
export function vetoDeletion(route: Route, snapshot: Snapshot, history: History): CodedText | null {
  if (isDefault(route)) return codedText("default-is-only-replaced", {});
  const isWrong = !stillWorks(route, snapshot) || wasMadeForAnotherRouter(route, snapshot, history);
  return vetoChange(route, snapshot) ?? (isWrong ? null : codedText("route-works", {}));
}

/** Refuses to add anything but a single host or a missing default through a router that is on-link. */
export function vetoAddition(route: Route, snapshot: Snapshot): CodedText | null {
  const rows = rowsTo(route.destination, route, snapshot);
  if (!isHostPrefix(destinationOf(route)) && !isDefault(route))
    return codedText("only-hosts-and-default-are-added", {});
  const taken = rows.some((row) => row.table === route.table && !row.scoped && !isNeighbourRow(row));
  if (taken) return codedText("destination-taken", { destination: route.destination });
  return (isDefault(route) ? null : vetoDestination(route, snapshot)) ?? vetoRouter(route, snapshot);
}

/** Refuses a replacement that changes more than the way to the same destination, or leads to a router not on-link. */
export function vetoReplacement(
  route: Route,
  replacement: Route,
  snapshot: Snapshot,
  history: History,
): CodedText | null {
  const same = ["family", "destination", "table", "metric", "scoped", "host", "type"] as const;
  if (same.some((field) => route[field] !== replacement[field])) return codedText("replacement-differs", {});
  const isWrong =
    !stillWorks(route, snapshot) ||
    wasMadeForAnotherRouter(route, snapshot, history) ||
    isUnansweredBesideRouter(route, replacement, snapshot);
  return (
    vetoChange(route, snapshot) ?? (isWrong ? null : codedText("route-works", {})) ?? vetoRouter(replacement, snapshot)
  );
}

function vetoChange(route: Route, snapshot: Snapshot): CodedText | null {
  const key = routeKey(route);
  const rows = rowsTo(route.destination, route, snapshot).filter((row) => routeKey(row) === key);
  if (rows.length !== 1) return codedText("not-exactly-one-row", { rows: rows.length });
  // A kernel keeps one row in a place; where a table shows two, it is not known which of them a command would take.
  const occupants = occupantsOf(route, rowsTo(route.destination, route, snapshot), snapshot.os);
  if (occupants.length !== 1) return codedText("not-exactly-one-row", { rows: occupants.length });
  if (route.type !== "unicast" || route.table !== "main")
    return codedText("protected-type-or-table", { type: route.type });
  if (route.multipath || route.unmodelled.length > 0)
    return codedText("cannot-be-restored", { attributes: route.unmodelled });
  if (isConnected(route, snapshot)) return codedText("connected-network", { destination: route.destination });
  if (isNeighbourRow(route) || ["m", "b", "D", "M"].some((flag) => route.flags.includes(flag)))
    return codedText("row-of-the-kernel", {});
  const owned = route.protocol !== null && !MAY_BE_DELETED.has(route.protocol);
  if (owned && !isDefault(route)) return codedText("owned-by-protocol", { protocol: route.protocol ?? "" });
  return vetoDestination(route, snapshot);
}

// The system keeps these rows for its own addresses, also while the link is away; no client makes such a row on a card.
function isConnected({ gateway, interface: name }: Route, snapshot: Snapshot): boolean {
  if (gateway !== LINK || name === null) return false;
  return !isTunnelInterface(name, interfaceOf(name, snapshot), snapshot.os);
}

function vetoDestination(route: Route, snapshot: Snapshot): CodedText | null {
  const base = destinationOf(route);
  const special = isLoopbackAddress(base) || isLinkLocalAddress(base) || isMulticastAddress(base);
  if (special) return codedText("protected-destination", { destination: route.destination });
  const onLoopback = route.interface !== null && isLoopbackInterface(route.interface) && !isDefault(route);
  if (onLoopback) return codedText("protected-interface", { interface: route.interface ?? "" });
  const hasOwner =
    route.interface !== null && valuesOf(snapshot.tunnelOwners).some((owner) => owner.interface === route.interface);
  return hasOwner ? codedText("tunnel-has-owner", { interface: route.interface ?? "" }) : null;
}

function vetoRouter(route: Route, snapshot: Snapshot): CodedText | null {
  const next = nextHopOf(route);
  if (next === null || route.interface === null) return codedText("no-router", {});
  const found = interfaceOf(route.interface, snapshot);
  if (isTunnelInterface(route.interface, found, snapshot.os))
    return codedText("router-behind-tunnel", { interface: route.interface });
  if (found !== undefined && (!found.up || found.carrier === false))
    return codedText("router-not-on-link", { gateway: route.gateway });
  // Without a list of interfaces the router is the one that the table's own default uses.
  const defaults = rowsTo(route.family === "inet" ? "0.0.0.0/0" : "::/0", route, snapshot);
  const trusted = found === undefined && defaults.some((row) => row.gateway === route.gateway);
  const reachable = isLinkLocalAddress(next) || isOnLink(next, route.interface, snapshot);
  return trusted || reachable ? null : codedText("router-not-on-link", { gateway: route.gateway });
}

/** The rows with this destination in the table that the route belongs to. */
function rowsTo(destination: string, { family }: Route, snapshot: Snapshot): readonly Route[] {
  return tableIndexOf(valuesOf(snapshot.routes[family])).rowsTo(destination);
}

function isNeighbourRow(route: Route): boolean {
  return route.flags.includes("L") || route.flags.includes("W");
}
