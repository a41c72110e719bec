import { isTunnelInterface } from "../network/tunnel-names.ts";
import { isHostPrefix } from "../network/prefix.ts";
import { destinationOf, isDefault, nextHopOf } from "../network/route-prefix.ts";
import { isLinkLocalAddress, isLoopbackAddress, isMulticastAddress } from "../network/special-prefixes.ts";
import { valuesOf } from "../snapshot/part.ts";
import type { Route } from "../snapshot/route.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";

/** What a row is there for, as a code with a text under `cli:role`. */
export type RouteRole =
  | "default"
  | "scoped-default"
  | "tunnel-default"
  | "tunnel"
  | "gateway-pin"
  | "connected"
  | "static"
  | "own-address"
  | "neighbour"
  | "clone"
  | "loopback"
  | "link-local"
  | "multicast"
  | "broadcast"
  | "blocked"
  | "other-table";

/** The role of one row, decided by the row and its interface alone. */
export function roleOf(route: Route, snapshot: Snapshot): RouteRole {
  return byType(route) ?? byFlags(route) ?? byDestination(route) ?? byWay(route, snapshot);
}

function byType(route: Route): RouteRole | null {
  if (route.type === "broadcast" || route.type === "multicast") return route.type;
  if (route.type === "local" || route.type === "anycast") return "own-address";
  return route.type === "unicast" ? null : "blocked";
}

function byFlags(route: Route): RouteRole | null {
  if (route.flags.includes("L") && route.linkAddress !== null) return "neighbour";
  if (route.flags.includes("W")) return "clone";
  if (route.flags.includes("m")) return "multicast";
  return route.flags.includes("b") ? "broadcast" : null;
}

function byDestination(route: Route): RouteRole | null {
  const destination = destinationOf(route);
  if (isLoopbackAddress(destination)) return "loopback";
  if (isDefault(route)) return null;
  if (isMulticastAddress(destination)) return "multicast";
  return isLinkLocalAddress(destination) ? "link-local" : null;
}

function byWay(route: Route, snapshot: Snapshot): RouteRole {
  const known = valuesOf(snapshot.interfaces).find((entry) => entry.name === route.interface);
  const tunnel = route.interface !== null && isTunnelInterface(route.interface, known, snapshot.os);
  if (route.table !== "main") return "other-table";
  // macOS gives each of its own tunnels a default bound to it; that takes nobody's traffic (macos-facts §3).
  if (isDefault(route)) return route.scoped ? "scoped-default" : tunnel ? "tunnel-default" : "default";
  if (tunnel) return "tunnel";
  if (nextHopOf(route) === null) return isHostPrefix(destinationOf(route)) ? "own-address" : "connected";
  return isHostPrefix(destinationOf(route)) ? "gateway-pin" : "static";
}
