import { destinationOf, nextHopOf } from "../network/route-prefix.ts";
import { isLoopbackAddress } from "../network/special-prefixes.ts";
import type { Route } from "../snapshot/route.ts";
import { oncePerFacts } from "./once-per-facts.ts";

/** No network is wider: the default, its halves, and 2000::/3, which is all of IPv6's internet. */
const WIDEST_NETWORK = 3;

/**
 * Rows that drop or reject the whole internet or a great part of it on a Mac, while no VPN client runs: what clients set
 * against leaks and lift when they end (macos-facts §3.1, flags B and R to the loopback). An administrator may have meant
 * it, so it is never more than a suspicion. Nothing is said while a client lives, or when that is not known.
 */
export const heldBackByNobody = oncePerFacts((facts): readonly Route[] => {
  const clientMayLive = !facts.processesComplete || facts.clients.some((client) => client.alive);
  if (facts.snapshot.os !== "darwin" || clientMayLive) return [];
  return facts.routes.filter(holdsBack);
});

function holdsBack(route: Route): boolean {
  const next = nextHopOf(route);
  const isHeld = route.type === "blackhole" || route.type === "unreachable";
  const isWide = destinationOf(route).length <= WIDEST_NETWORK;
  return isHeld && isWide && !route.scoped && next !== null && isLoopbackAddress(next);
}
