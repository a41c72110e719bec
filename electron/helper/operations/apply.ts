import type { HelperErrorCode } from "../../../shared/contract/helper-error.ts";
import type { ApplyAnswer } from "../../../shared/contract/helper-protocol.ts";
import type { Plan, PlannedStep } from "../../../shared/repair/plan-model.ts";
import type { Journal } from "../journal/journal.ts";
import { refusalOfStep } from "../door.ts";
import { remainingChanges } from "../journal/rate-limit.ts";
import type { JournaledStep } from "../journal/record.ts";
import { forbiddenSteps, judge } from "../judge.ts";
import type { Judgement } from "../judge.ts";
import { operatorOf } from "../recovery.ts";
import { Refusal } from "../refusal.ts";
import type { Session } from "../session.ts";
import { prepareStep } from "../steps/step-workers.ts";
import { withJournal } from "../with-journal.ts";
import { beginTransaction } from "./begin-transaction.ts";
import { carryOut } from "./carry-out.ts";

type Failure = ApplyAnswer["failed"][number];

/**
 * Carries out the plan with this digest, or of it the steps in `only`. The machine is observed and the plan made anew;
 * when the digest differs nothing is done. Throws Refusal.
 */
export async function apply(
  session: Session,
  digest: string,
  only: readonly string[] | undefined,
): Promise<ApplyAnswer> {
  return withJournal(session, async (journal) => {
    refuseIfLimited(session, journal);
    const judgement = await judge(session);
    const { plan, snapshot } = judgement;
    if (plan.digest !== digest) throw new Refusal("plan_changed");
    const chosen = choose(plan, only);
    const { ready, failed } = prepareAll(chosen, judgement, session);
    if (ready.length === 0) throw new Refusal(commonReason(failed));
    const txn = beginTransaction(session, journal, { digest, steps: ready, snapshot, by: "user" });
    const result = await carryOutOrSay(session, journal, txn, ready);
    return { txn, ...result, failed: [...failed, ...result.failed] };
  });
}

// Whatever breaks after the beginning was journaled: part of the plan may be done, and the next helper will find out.
async function carryOutOrSay(session: Session, journal: Journal, txn: string, steps: readonly JournaledStep[]) {
  const { host, audit, caller } = session;
  try {
    const operator = operatorOf(txn, journal, host);
    await operator.reread();
    return await carryOut(steps, operator, { txn, journal, host });
  } catch (error) {
    audit({ op: "apply", uid: caller.uid, result: "broken-off", txn, detail: String(error) });
    throw new Refusal("partial");
  }
}

function refuseIfLimited({ host, caller }: Session, journal: Journal): void {
  const { minute, hour } = remainingChanges(journal.transactions(), caller.uid, host.now());
  if (minute === 0 || hour === 0) throw new Refusal("rate_limited");
}

function choose(plan: Plan, only: readonly string[] | undefined): PlannedStep[] {
  const wanted = only === undefined ? null : new Set(only);
  const chosen = plan.steps.filter((step) => (wanted === null ? step.selected : wanted.has(step.id)));
  if (wanted !== null && chosen.length !== wanted.size) throw new Refusal("conflict");
  if (chosen.length === 0) throw new Refusal("plan_empty");
  return chosen;
}

// What holds for all steps is said of the whole.
function commonReason(failed: readonly Failure[]): HelperErrorCode {
  const reasons = new Set(failed.map(({ err }) => err));
  const [reason = "conflict"] = reasons;
  return reasons.size === 1 && (reason === "too_risky" || reason === "needs_root") ? reason : "conflict";
}

function prepareAll(chosen: readonly PlannedStep[], judgement: Judgement, { host, door }: Session) {
  const forbidden = forbiddenSteps(chosen, judgement);
  const ready: JournaledStep[] = [];
  const failed: Failure[] = [];
  for (const planned of chosen) {
    const refusal = refusalOfStep(forbidden.has(planned.id), door, planned.step);
    const prepared = refusal ?? tryPrepare(planned, host);
    if (typeof prepared === "string") failed.push({ step: planned.id, err: prepared });
    else ready.push(prepared);
  }
  // A client is asked to reconnect only when everything before that is put right (openconnect-facts §7.1).
  const isUseful = ({ planned }: JournaledStep) => failed.length === 0 || planned.step.op !== "nudge-client";
  return { ready: ready.filter(isUseful), failed };
}

function tryPrepare(planned: PlannedStep, host: Session["host"]): JournaledStep | HelperErrorCode {
  try {
    return { planned, file: prepareStep(planned.step, host) };
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
