import { isHostPrefix, prefixContains } from "../../network/prefix.ts";
import { destinationOf, isDefault, nextHopOf } from "../../network/route-prefix.ts";
import { codedText } from "../../snapshot/coded-text.ts";
import type { CodedText } from "../../snapshot/coded-text.ts";
import type { Route } from "../../snapshot/route.ts";
import type { Facts } from "../facts.ts";
import type { Certainty, Finding } from "../finding.ts";
import { judgeNextHop } from "../next-hop.ts";
import { isForeignGatewayRoute } from "../pins.ts";
import { isHalfOfDefault } from "../split-default.ts";
import { tunnelOwnership, tunnelRoutes } from "../tunnels.ts";

/** A route through a tunnel that is gone or has lost its owner, or one that the kernel re-bound when its tunnel closed. */
export function tunnelRouteOrphaned(facts: Facts): Finding[] {
  return [...throughDeadTunnels(facts), ...reboundToPhysical(facts)];
}

function throughDeadTunnels(facts: Facts): Finding[] {
  const names = [...new Set(facts.routes.flatMap((route) => route.interface ?? []))].filter(facts.isTunnel);
  return names
    .filter((name) => tunnelOwnership(facts, name) === "gone")
    .flatMap((name) =>
      tunnelRoutes(facts, name)
        .filter((route) => route.protocol !== "kernel" && !isHalfOfDefault(route) && !isDefault(route))
        .map((route) => orphan(route, certaintyOf(facts, name), ownerEvidence(facts, name))),
    );
}

// The old tun kext tells nothing about its opener; that none runs is inferred from the list of processes.
function certaintyOf(facts: Facts, name: string): Certainty {
  return facts.interfaces.has(name) && facts.snapshot.os === "darwin" ? "likely" : "proven";
}

function ownerEvidence(facts: Facts, name: string): CodedText {
  return codedText(facts.interfaces.has(name) ? "tunnel-without-owner" : "interface-missing", { interface: name });
}

// When a tunnel closes, macOS can bind its prefix to another interface: the next hop lies inside the route's own
// destination, which only ever makes sense on the tunnel itself (macos-facts §4.2, capture 30).
function reboundToPhysical(facts: Facts): Finding[] {
  return facts.routes.flatMap((route) => {
    const next = nextHopOf(route);
    const destination = destinationOf(route);
    if (next === null || isHostPrefix(destination) || !isForeignGatewayRoute(facts, route)) return [];
    if (!prefixContains(destination, next) || isHalfOfDefault(route)) return [];
    const verdict = judgeNextHop(facts, route);
    if (verdict.state !== "dead") return [];
    return [
      orphan(
        route,
        "likely",
        codedText("next-hop-inside-destination", { gateway: route.gateway, destination: route.destination }),
        verdict.evidence,
      ),
    ];
  });
}

function orphan(route: Route, certainty: Certainty, why: CodedText, more: readonly CodedText[] = []): Finding {
  return {
    id: "tunnel-route-orphaned",
    severity: "warning",
    certainty,
    route,
    client: null,
    evidence: [why, ...more],
    args: { destination: route.destination, interface: route.interface ?? "", gateway: route.gateway },
    repair: [{ op: "delete-route", route }],
  };
}
