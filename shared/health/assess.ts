import type { History } from "../history/history.ts";
import { codedText } from "../snapshot/coded-text.ts";
import { routeKey } from "../snapshot/route.ts";
import type { Route } from "../snapshot/route.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { CATALOGUE } from "./catalogue.ts";
import { factsOf } from "./facts.ts";
import type { Facts } from "./facts.ts";
import type { Assessment, Finding, FindingId } from "./finding.ts";
import { oncePerFacts } from "./once-per-facts.ts";
import { stateOf } from "./state.ts";
import { networkIdentityOf } from "./uplink.ts";

const SEVERITIES = ["error", "warning", "info"];
/** Within a severity the catalogue gives the order: what blocks the next connection comes first. */
const IDS = CATALOGUE.map((entry) => entry.id);
const CERTAINTIES = ["proven", "likely", "suspected"];

/**
 * Judges one snapshot, with what is remembered of earlier ones. Pure: the same input gives the same output whatever
 * the order of its lists (02-architecture, property 6).
 */
export function assess(snapshot: Snapshot, history: History): Assessment {
  return assessFacts(factsOf(snapshot, history));
}

/** The same by facts that were collected before. */
export function assessFacts(facts: Facts): Assessment {
  const findings = withoutConsequences(everyFinding(facts));
  return {
    state: stateOf(facts, findings),
    network: networkIdentityOf(facts),
    clients: [...facts.clients],
    findings: inOrder(findings),
    unobserved: unobservedParts(facts.snapshot),
  };
}

/** What all rules of the catalogue find, also what is only the consequence of another finding. */
export const everyFinding = oncePerFacts((facts): readonly Finding[] =>
  CATALOGUE.flatMap((entry) => entry.rule(facts)),
);

function withoutConsequences(findings: readonly Finding[]): Finding[] {
  const present = new Set(findings.map((finding) => finding.id));
  const rows = new Set(findings.map(({ id, route }) => subject(id, route)));
  const entries = new Map(CATALOGUE.map((entry) => [entry.id, entry]));
  return findings.filter(({ id, route }) => {
    const { dependsOn = [], yieldsTo = [] } = entries.get(id) ?? {};
    const isSaidOfRow = route !== null && yieldsTo.some((other) => rows.has(subject(other, route)));
    return !isSaidOfRow && !dependsOn.some((cause) => present.has(cause));
  });
}

function subject(id: FindingId, route: Route | null): string {
  return `${id} ${route === null ? "" : routeKey(route)}`;
}

function inOrder(findings: readonly Finding[]): Finding[] {
  const weighed = findings.map((finding) => ({ finding, text: sortText(finding) }));
  return weighed
    .toSorted((a, b) => byWeight(a.finding, b.finding) || compareText(a.text, b.text))
    .map(({ finding }) => finding);
}

function byWeight(a: Finding, b: Finding): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    IDS.indexOf(a.id) - IDS.indexOf(b.id) ||
    CERTAINTIES.indexOf(a.certainty) - CERTAINTIES.indexOf(b.certainty)
  );
}

function sortText(finding: Finding): string {
  const route = finding.route === null ? "" : routeKey(finding.route);
  return `${finding.id} ${route} ${finding.client?.pid ?? ""} ${JSON.stringify(finding.args)}`;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Further sources of evidence, welcome but no part of the machine's state: without them nothing is missing. */
const EXTRA_PARTS = new Set(["clientLogs", "routerHints", "connectivity", "scriptMarks"]);

function unobservedParts(snapshot: Snapshot): Assessment["unobserved"] {
  const { routes, ...rest } = snapshot;
  const parts = { "routes-inet": routes.inet, "routes-inet6": routes.inet6, ...rest };
  return Object.entries(parts).flatMap(([part, value]) => {
    // macOS has no policy rules: nothing is missing there.
    if (part === "rules" && snapshot.os === "darwin") return [];
    if (EXTRA_PARTS.has(part)) return [];
    if (typeof value !== "object" || value === null || !("observed" in value)) return [];
    if (!value.observed) return [{ part: kebab(part), reason: value.reason }];
    // Of other lists a part may be all that there is to see, as of the processes for an ordinary user.
    return value.partial && part.startsWith("routes-") ? [{ part, reason: codedText("in-part") }] : [];
  });
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
