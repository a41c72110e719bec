import { formatAddress } from "../network/address.ts";
import { destinationOf, nextHopOf } from "../network/route-prefix.ts";
import { isLoopbackAddress, isRoutableAddress } from "../network/special-prefixes.ts";
import { codedText } from "../snapshot/coded-text.ts";
import type { Route } from "../snapshot/route.ts";
import type { Facts } from "./facts.ts";
import type { Finding } from "./finding.ts";
import { attributionOf } from "./pins.ts";

/**
 * Single addresses that a killed wg-quick left blackholed: on macOS it leads its endpoints to 127.0.0.1 while there is no
 * router (macos-facts §8, captures 206 and 207). Only named, never removed: what is held back may be held back on purpose.
 */
export function blackholedPins(facts: Facts): Finding[] {
  const wireguardLives = facts.clients.some((client) => client.alive && client.kind === "wireguard");
  if (facts.snapshot.os !== "darwin" || !facts.processesComplete || wireguardLives) return [];
  return facts.routes.filter(isBlackholedHost).flatMap((route) => {
    const attribution = attributionOf(facts, route);
    return attribution === null ? [] : [leftBlackhole(route, attribution !== "public-host")];
  });
}

function isBlackholedHost(route: Route): boolean {
  const next = nextHopOf(route);
  const held = route.type === "blackhole" && route.host && next !== null && isLoopbackAddress(next);
  return held && isRoutableAddress(destinationOf(route));
}

function leftBlackhole(route: Route, isServer: boolean): Finding {
  const server = formatAddress(destinationOf(route));
  return {
    id: "gateway-pin-stale",
    severity: "warning",
    certainty: isServer ? "likely" : "suspected",
    route,
    client: null,
    evidence: [codedText("route-drops-packets", { server }), codedText("no-client-alive", {})],
    // `context` chooses the wording of the finding's text (i18next): there is no router of an earlier network here.
    args: { server, gateway: route.gateway, interface: route.interface ?? "", context: "blackhole" },
    repair: [],
  };
}
