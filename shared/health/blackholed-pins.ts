import { programName } from "../clients/client-kind.ts";
import { formatAddress } from "../network/address.ts";
import { destinationOf, nextHopOf } from "../network/route-prefix.ts";
import { isLoopbackAddress, isRoutableAddress } from "../network/special-prefixes.ts";
import { codedText } from "../snapshot/coded-text.ts";
import type { CodedText } from "../snapshot/coded-text.ts";
import { valuesOf } from "../snapshot/part.ts";
import type { Process } from "../snapshot/process.ts";
import type { Route } from "../snapshot/route.ts";
import type { Facts } from "./facts.ts";
import type { Finding } from "./finding.ts";
import { isForwardingKnown } from "./known-forwarding.ts";
import { attributionOf } from "./pins.ts";
import { uplinkOf } from "./uplink.ts";

/**
 * Single addresses that wg-quick left blackholed: on macOS it leads its endpoints to 127.0.0.1 while there is no router
 * (macos-facts §8, captures 206, 207 and 341). Only named, never removed: what is held back may be held back on purpose.
 */
export function blackholedPins(facts: Facts): Finding[] {
  if (facts.snapshot.os !== "darwin" || !facts.processesComplete) return [];
  const why = whyLeft(facts);
  if (why === null) return [];
  return facts.routes.filter(isBlackholedHost).flatMap((route) => {
    const attribution = attributionOf(facts, route);
    return attribution === null ? [] : [leftBlackhole(route, attribution !== "public-host", why)];
  });
}

// While it lives, a `route -n monitor` beside it leads the endpoint to the router as soon as there is one.
function whyLeft(facts: Facts): CodedText | null {
  const wireguardLives = facts.clients.some((client) => client.alive && client.kind === "wireguard");
  if (!wireguardLives) return codedText("no-client-alive", {});
  const row = uplinkOf(facts, "inet")?.route ?? null;
  // Of an interface that is not listed, or a table with gaps, it is not known whether its router can be reached; and a
  // hint of a router is no route to it.
  const isRouterThere = facts.interfaces.has(row?.interface ?? "") && isForwardingKnown(facts, "inet");
  const isMonitored = valuesOf(facts.snapshot.processes).some(isRouteMonitor);
  return isMonitored || !isRouterThere ? null : codedText("route-monitor-gone", {});
}

function isRouteMonitor(process: Process): boolean {
  return programName(process) === "route" && process.arguments.includes("monitor");
}

function isBlackholedHost(route: Route): boolean {
  const next = nextHopOf(route);
  const isHeld = (route.type === "blackhole" || route.type === "unreachable") && route.host;
  return isHeld && next !== null && isLoopbackAddress(next) && isRoutableAddress(destinationOf(route));
}

function leftBlackhole(route: Route, isServer: boolean, why: CodedText): Finding {
  const server = formatAddress(destinationOf(route));
  return {
    id: "gateway-pin-stale",
    severity: "warning",
    certainty: isServer ? "likely" : "suspected",
    route,
    client: null,
    evidence: [codedText("route-drops-packets", { server }), why],
    // `context` chooses the wording of the finding's text (i18next): there is no router of an earlier network here.
    args: { server, gateway: route.gateway, interface: route.interface ?? "", context: "blackhole" },
    repair: [],
  };
}
