import type { RouteDetails } from "../../../shared/contract/route-table.ts";
import { explainRoute } from "../../../shared/explain/explain-route.ts";
import type { Facts } from "../../../shared/health/facts.ts";
import type { Assessment } from "../../../shared/health/finding.ts";
import { routeKey } from "../../../shared/snapshot/route.ts";
import { allRoutes, marksOf } from "./route-table.ts";

/** Everything about the row of this {@link routeKey}; null when the look has no such row (any more). */
export function routeDetailsOf(facts: Facts, assessment: Assessment, key: string): RouteDetails | null {
  const route = allRoutes(facts.snapshot).find((row) => routeKey(row) === key);
  if (route === undefined) return null;
  const mark = marksOf(assessment).get(key);
  return {
    route,
    explanation: explainRoute(facts, route),
    finding: assessment.findings.find(({ id }) => id === mark?.finding) ?? null,
  };
}
