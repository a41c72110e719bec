import type { PlanAnswer } from "../../../shared/contract/helper-protocol.ts";
import type { PlannedStep } from "../../../shared/repair/plan-model.ts";
import { refusalOfStep } from "../door.ts";
import { forbiddenSteps, judge } from "../judge.ts";
import type { Session } from "../session.ts";

/** The plan as the helper sees the machine. */
export async function plan(session: Session): Promise<PlanAnswer> {
  const judgement = await judge(session);
  const { plan: made } = judgement;
  const forbidden = forbiddenSteps(made.steps, judgement);
  const refusal = ({ id, step }: PlannedStep) => refusalOfStep(forbidden.has(id), session.door, step);
  return {
    digest: made.digest,
    entries: made.steps,
    skipped: made.steps.flatMap((planned) => {
      const why = refusal(planned);
      return why === null ? [] : [{ step: planned.id, why }];
    }),
  };
}
