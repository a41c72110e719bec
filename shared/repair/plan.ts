import type { Assessment, Finding } from "../health/finding.ts";
import { EMPTY_HISTORY } from "../history/history.ts";
import type { History } from "../history/history.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { planDigest, stepId } from "./digest.ts";
import type { PlanIdentity } from "./digest.ts";
import { inverseOf } from "./inverse.ts";
import type { Plan, PlannedStep } from "./plan-model.ts";
import type { Step } from "./step.ts";
import { veto } from "./veto.ts";

/** Routes first, the default before anything that needs it; then files; the nudge last, when all is in place (openconnect-facts §7.1). */
const ORDER: readonly Step["op"][] = [
  "add-route",
  "replace-route",
  "delete-route",
  "clear-resolver",
  "remove-state-file",
  "nudge-client",
];

/**
 * The repair plan for an assessment: every step that a finding asks for and the veto lets pass, each once, in the
 * order in which they are to be taken. Steps of suspected findings are offered, not selected. `history` is the one that
 * the assessment was made with.
 */
export function planRepair(
  assessment: Assessment,
  snapshot: Snapshot,
  identity: PlanIdentity,
  history: History = EMPTY_HISTORY,
): Plan {
  const allowed = assessment.findings.flatMap((finding) => allowedSteps(finding, snapshot, history));
  const planned = allowed.map(({ finding, step }) => plannedStep(finding, step, identity));
  // Findings come strongest first; of equal steps the first one stays, with the better reason.
  const steps = [...new Map(planned.toReversed().map((step) => [step.id, step])).values()].toSorted(byOrder);
  return { digest: planDigest(steps, identity), steps };
}

interface Wanted {
  readonly finding: Finding;
  readonly step: Step;
}

// A client is nudged only when its route was put right by the same plan: a nudge alone makes things worse
// (HenrikBengtsson/ucsf-vpn#26 in openconnect-facts §6).
function allowedSteps(finding: Finding, snapshot: Snapshot, history: History): Wanted[] {
  const allowed = finding.repair.filter((step) => veto(step, snapshot, history) === null);
  const routesWanted = finding.repair.filter(changesRoutes).length;
  const routesAllowed = allowed.filter(changesRoutes).length;
  const complete = routesWanted === routesAllowed;
  return allowed.filter((step) => complete || step.op !== "nudge-client").map((step) => ({ finding, step }));
}

function changesRoutes(step: Step): boolean {
  return step.op === "add-route" || step.op === "replace-route" || step.op === "delete-route";
}

function plannedStep(finding: Finding, step: Step, identity: PlanIdentity): PlannedStep {
  return {
    id: stepId(step, identity.sha256),
    finding: finding.id,
    certainty: finding.certainty,
    selected: finding.certainty !== "suspected",
    step,
    inverse: inverseOf(step),
  };
}

function byOrder(a: PlannedStep, b: PlannedStep): number {
  return (
    ORDER.indexOf(a.step.op) - ORDER.indexOf(b.step.op) || defaultFirst(b) - defaultFirst(a) || (a.id < b.id ? -1 : 1)
  );
}

function defaultFirst(planned: PlannedStep): number {
  const { step } = planned;
  return "route" in step && step.route.destination.endsWith("/0") ? 1 : 0;
}
