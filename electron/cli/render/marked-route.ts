import { roleOf } from "../../../shared/explain/route-role.ts";
import type { Finding } from "../../../shared/health/finding.ts";
import { routeKey } from "../../../shared/snapshot/route.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import type { CliContext } from "../context.ts";
import type { Look } from "../look.ts";

/** The findings of a look by the row that they are about, as {@link routeKey} names it. The worst of a row. */
export function findingsByRoute({ assessment }: Look): ReadonlyMap<string, Finding> {
  const about = assessment.findings.filter((finding) => finding.route !== null).toReversed();
  return new Map(about.map((finding) => [finding.route === null ? "" : routeKey(finding.route), finding]));
}

/** What a row is there for, in words, with what is wrong with it. */
export function roleText(
  route: Route,
  { snapshot }: Look,
  finding: Finding | undefined,
  { t, terminal }: CliContext,
): string {
  const role = t(`cli:role.${roleOf(route, snapshot)}`);
  if (finding === undefined) return role;
  return `${role}  ${terminal.colors.red(`✖ ${t(`findings:${finding.id}.title`, finding.args)}`)}`;
}
