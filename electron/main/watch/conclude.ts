import { assessFacts } from "../../../shared/health/assess.ts";
import type { Assessment } from "../../../shared/health/finding.ts";
import type { History } from "../../../shared/history/history.ts";
import { remember } from "../../../shared/history/remember.ts";
import type { PlanIdentity } from "../../../shared/repair/digest.ts";
import { planRepair } from "../../../shared/repair/plan.ts";
import type { Snapshot } from "../../../shared/snapshot/snapshot.ts";
import type { Observation } from "../model.ts";
import { factsOfLook } from "../views/facts-of-look.ts";
import { tunnelsOf } from "./tunnel-facts.ts";

/** One look at the machine with everything that was concluded from it. */
export interface KnownLook extends Observation {
  readonly snapshot: Snapshot;
}

/**
 * What is concluded from a new snapshot after the look before: the history with what it teaches, then the verdict in
 * the light of that history, then the plan. `now` is ISO 8601 for a snapshot that does not say when it was taken.
 */
export function conclude(
  snapshot: Snapshot,
  before: { readonly history: History; readonly observation: { readonly assessment: Assessment } | null },
  identity: PlanIdentity,
  now: string,
): { history: History; observation: KnownLook } {
  const previous = before.observation?.assessment ?? null;
  const first = assessFacts(factsOfLook(snapshot, before.history));
  const history = remember(before.history, snapshot, first, previous);
  const assessment = history === before.history ? first : assessFacts(factsOfLook(snapshot, history));
  const plan = planRepair(assessment, snapshot, identity, history);
  const tunnels = tunnelsOf(assessment, snapshot);
  const at = snapshot.takenAt ?? now;
  return { history, observation: { snapshot, assessment, moreFindings: 0, plan, tunnels, at } };
}
