import type { Facts } from "../health/facts.ts";
import { judgeNextHop } from "../health/next-hop.ts";
import type { Route } from "../snapshot/route.ts";
import { explainRouteAttributes } from "./route-attributes.ts";
import type { RouteExplanation } from "./route-explanation.ts";
import { explainRouteWords } from "./route-flags.ts";
import { originOf } from "./route-origin.ts";
import { rangeOf } from "./route-range.ts";
import { roleOf } from "./route-role.ts";

/** Everything that can be said about one row of a table, as codes. `route` is a row of the snapshot of the facts. */
export function explainRoute(facts: Facts, route: Route): RouteExplanation {
  const { snapshot } = facts;
  const verdict = judgeNextHop(facts, route);
  return {
    role: roleOf(route, snapshot),
    words: [...explainRouteWords(snapshot.os, route), ...explainRouteAttributes(route)],
    origin: originOf(facts, route),
    range: rangeOf(facts, route),
    state: verdict.state,
    evidence: [...verdict.evidence],
  };
}
