import { createHash } from "node:crypto";
import { HELPER_LIMITS } from "../../shared/contract/helper-limits.ts";
import { assess } from "../../shared/health/assess.ts";
import type { History } from "../../shared/history/history.ts";
import { planRepair } from "../../shared/repair/plan.ts";
import type { Plan, PlannedStep } from "../../shared/repair/plan-model.ts";
import { veto } from "../../shared/repair/veto.ts";
import { valuesOf } from "../../shared/snapshot/part.ts";
import type { Snapshot } from "../../shared/snapshot/snapshot.ts";
import { isForbidden } from "./guard.ts";
import { rememberLook } from "./remember-look.ts";
import { Refusal } from "./refusal.ts";
import type { Session } from "./session.ts";

/** What the helper itself saw and concluded. */
export interface Judgement {
  readonly snapshot: Snapshot;
  readonly plan: Plan;
  /** What the helper itself had seen before: nothing that a user can write counts as proof. */
  readonly history: History;
}

/** Observes the machine, plans anew and remembers what was seen. Throws Refusal `too_many` when table or plan exceed what may be handled. */
export async function judge(session: Session): Promise<Judgement> {
  const { host, ruleset } = session;
  const snapshot = await host.observe();
  const routes = valuesOf(snapshot.routes.inet).length + valuesOf(snapshot.routes.inet6).length;
  if (routes > HELPER_LIMITS.routes) throw new Refusal("too_many");
  const history = rememberLook(session, snapshot);
  const identity = { ruleset, boot: host.boot, sha256 };
  const plan = planRepair(assess(snapshot, history), snapshot, identity, history);
  if (plan.steps.length > HELPER_LIMITS.planSteps) throw new Refusal("too_many");
  return { snapshot, plan, history };
}

/** The steps of a plan that must not be carried out, by the veto asked once more and by the guard, whoever asks for them. */
export function forbiddenSteps(
  chosen: readonly PlannedStep[],
  { snapshot, history }: Pick<Judgement, "snapshot" | "history">,
): ReadonlySet<string> {
  const steps = chosen.map(({ step }) => step);
  const isRefused = ({ step }: PlannedStep) =>
    veto(step, snapshot, history) !== null || isForbidden(step, steps, snapshot);
  return new Set(chosen.filter(isRefused).map(({ id }) => id));
}

/** SHA-256 of a text as 64 hex digits. */
export function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
