import { isDefault, nextHopOf } from "../../network/route-prefix.ts";
import type { Step } from "../../repair/step.ts";
import type { CodedText } from "../../snapshot/coded-text.ts";
import type { Route } from "../../snapshot/route.ts";
import type { Facts } from "../facts.ts";
import type { Finding } from "../finding.ts";
import { judgeNextHop } from "../next-hop.ts";
import { uplinkOf } from "../uplink.ts";

/** Proofs that the next hop itself is wrong, not the interface that it is reached by. */
const ABOUT_NEXT_HOP = new Set([
  "next-hop-off-link",
  "next-hop-off-link-no-network",
  "next-hop-is-loopback",
  "source-address-gone",
]);

/** An unscoped default route through a next hop on no connected network, or through the loopback. */
export function defaultRouteStale(facts: Facts): Finding[] {
  return facts.routes.flatMap((route) => {
    if (!isDefault(route) || route.scoped || nextHopOf(route) === null || route.interface === null) return [];
    if (facts.isTunnel(route.interface)) return [];
    const verdict = judgeNextHop(facts, route);
    if (verdict.state !== "dead" || !isAboutTheNextHop(verdict.evidence)) return [];
    return [
      {
        id: "default-route-stale",
        severity: "error",
        certainty: verdict.certainty,
        route,
        client: null,
        evidence: [...verdict.evidence],
        args: { gateway: route.gateway, interface: route.interface },
        repair: replaceBy(facts, route),
      } satisfies Finding,
    ];
  });
}

// An interface that is down or without carrier takes its default along when it leaves; its owner (DHCP) sees to it.
function isAboutTheNextHop(evidence: readonly CodedText[]): boolean {
  return evidence.some(({ code }) => ABOUT_NEXT_HOP.has(code));
}

// A default is never just deleted: it is replaced, or left (02-architecture, property 4).
function replaceBy(facts: Facts, route: Route): Step[] {
  const uplink = uplinkOf(facts, route.family);
  if (uplink === null) return [];
  return [
    {
      op: "replace-route",
      route,
      replacement: { ...route, gateway: uplink.gateway, interface: uplink.interface, source: null },
    },
  ];
}
