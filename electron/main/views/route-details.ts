import type { RouteDetails } from "../../../shared/contract/route-table.ts";
import { explainRouteWords } from "../../../shared/explain/route-flags.ts";
import { roleOf } from "../../../shared/explain/route-role.ts";
import { routeKey } from "../../../shared/snapshot/route.ts";
import type { Observation } from "../model.ts";
import { allRoutes, marksOf } from "./route-table.ts";

/** Everything about the row of this {@link routeKey}; null when the look has no such row (any more). */
export function routeDetailsOf({ snapshot, assessment }: Observation, key: string): RouteDetails | null {
  const route = allRoutes(snapshot).find((row) => routeKey(row) === key);
  if (route === undefined) return null;
  const mark = marksOf(assessment).get(key);
  return {
    route,
    role: roleOf(route, snapshot),
    words: explainRouteWords(snapshot.os, route),
    finding: assessment.findings.find(({ id }) => id === mark?.finding) ?? null,
  };
}
