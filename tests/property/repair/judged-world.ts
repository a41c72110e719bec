import { assess, everyFinding } from "../../../shared/health/assess.ts";
import { factsOf } from "../../../shared/health/facts.ts";
import type { Facts } from "../../../shared/health/facts.ts";
import type { Assessment, Finding } from "../../../shared/health/finding.ts";
import type { PlanIdentity } from "../../../shared/repair/digest.ts";
import type { Plan } from "../../../shared/repair/plan-model.ts";
import { planRepair } from "../../../shared/repair/plan.ts";
import { simulate } from "../../../shared/repair/simulate.ts";
import type { Step } from "../../../shared/repair/step.ts";
import type { Snapshot } from "../../../shared/snapshot/snapshot.ts";
import type { World } from "../worlds/world.ts";

/** A world with all that the properties ask of it, computed once for the six of them. */
export interface JudgedWorld extends World {
  readonly facts: Facts;
  /** Also what is only a consequence of another finding. */
  readonly findings: readonly Finding[];
  readonly assessment: Assessment;
  readonly plan: Plan;
  /** The ways in which the plan may be taken: the steps selected by default, and every step that is offered. */
  readonly outcomes: readonly Outcome[];
}

/** The world after some steps of its plan. */
export interface Outcome {
  readonly steps: readonly Step[];
  readonly snapshot: Snapshot;
  readonly facts: Facts;
}

/** The text itself stands for its hash: two plans have equal digests only when they are equal, and nothing is hashed. */
const IDENTITY: PlanIdentity = { ruleset: "test", boot: "boot", sha256: (text) => text };

/** Judges a world as the product does. */
export function judge(world: World): JudgedWorld {
  const { snapshot, history } = world;
  const facts = factsOf(snapshot, history);
  const { assessment, plan } = verdictOn(world);
  const all = plan.steps.map(({ step }) => step);
  const selected = plan.steps.flatMap((planned) => (planned.selected ? [planned.step] : []));
  const choices = selected.length === all.length ? [selected] : [selected, all];
  const outcomes = choices.map((steps) => {
    const after = simulate(snapshot, steps);
    return { steps, snapshot: after, facts: steps.length === 0 ? facts : factsOf(after, history) };
  });
  return { ...world, facts, findings: everyFinding(facts), assessment, plan, outcomes };
}

/** What the product says of a snapshot, and would do. */
export function verdictOn({ snapshot, history }: Pick<World, "snapshot" | "history">): {
  assessment: Assessment;
  plan: Plan;
} {
  const assessment = assess(snapshot, history);
  return { assessment, plan: planRepair(assessment, snapshot, IDENTITY) };
}
