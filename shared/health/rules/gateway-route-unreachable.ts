import type { Facts } from "../facts.ts";
import type { Finding } from "../finding.ts";
import { judgeNextHop } from "../next-hop.ts";
import { attributionOf, hasPinForm, isForeignGatewayRoute } from "../pins.ts";
import { reboundFrom } from "../rebound.ts";
import { isHalfOfDefault } from "../split-default.ts";
import type { Route } from "../../snapshot/route.ts";

/** Any other static route through a next hop on no connected network. Always only suspected: it may be somebody's own. */
export function gatewayRouteUnreachable(facts: Facts): Finding[] {
  return facts.routes.flatMap((route) => {
    if (!isForeignGatewayRoute(facts, route)) return [];
    const verdict = judgeNextHop(facts, route);
    if (verdict.state !== "dead" || belongsToAnotherRule(facts, route)) return [];
    return [
      {
        id: "gateway-route-unreachable",
        severity: "warning",
        certainty: "suspected",
        route,
        client: null,
        evidence: [...verdict.evidence],
        args: { destination: route.destination, gateway: route.gateway, interface: route.interface ?? "" },
        repair: [{ op: "delete-route", route }],
      } satisfies Finding,
    ];
  });
}

function belongsToAnotherRule(facts: Facts, route: Route): boolean {
  if (isHalfOfDefault(route)) return true;
  if (hasPinForm(facts, route) && attributionOf(facts, route) !== null) return true;
  return reboundFrom(facts, route) !== null;
}
