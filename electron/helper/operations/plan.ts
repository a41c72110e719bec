import type { PlanAnswer } from "../../../shared/contract/helper-protocol.ts";
import { forbiddenSteps, judge } from "../judge.ts";
import type { Session } from "../session.ts";

/** The plan as the helper sees the machine. */
export async function plan(session: Session): Promise<PlanAnswer> {
  const judgement = await judge(session);
  const { plan: made } = judgement;
  const forbidden = forbiddenSteps(made.steps, judgement);
  return {
    digest: made.digest,
    entries: made.steps,
    skipped: [...forbidden].map((step) => ({ step, why: "too_risky" as const })),
  };
}
