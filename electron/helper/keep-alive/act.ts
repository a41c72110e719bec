import { HELPER_LIMITS } from "../../../shared/contract/helper-limits.ts";
import type { KeepAliveReport } from "../../../shared/contract/keep-alive.ts";
import { assessFacts } from "../../../shared/health/assess.ts";
import type { Facts } from "../../../shared/health/facts.ts";
import type { Finding } from "../../../shared/health/finding.ts";
import { planRepair } from "../../../shared/repair/plan.ts";
import type { Plan } from "../../../shared/repair/plan-model.ts";
import { forbiddenSteps, sha256 } from "../judge.ts";
import { beginTransaction } from "../operations/begin-transaction.ts";
import { carryOut } from "../operations/carry-out.ts";
import { completeRows } from "../operator.ts";
import { operatorOf } from "../recovery.ts";
import { Refusal } from "../refusal.ts";
import type { Session } from "../session.ts";
import { withJournal } from "../with-journal.ts";

/** What was done in one transaction. */
export type Acted = Extract<KeepAliveReport, { readonly kind: "acted" }>;

/**
 * Carries out the repairs of these findings, and nothing else, as one journaled transaction: routes first, then the
 * requests to reconnect. Every step passes veto and guard like one that a person confirmed. `settled` as in
 * {@link withJournal}. Throws Refusal.
 */
export async function act(
  session: Session,
  facts: Facts,
  findings: readonly Finding[],
  settled: Set<string>,
): Promise<Acted> {
  const plan = planFor(session, facts, findings);
  return withJournal(
    session,
    async (journal) => {
      const { host } = session;
      const steps = plan.steps.map((planned) => ({ planned, file: null }));
      const begun = { digest: plan.digest, steps, snapshot: facts.snapshot, by: "keep-alive" } as const;
      const txn = beginTransaction(session, journal, begun);
      const operator = operatorOf(txn, journal, host, completeRows(facts.snapshot));
      const { failed, left } = await carryOut(steps, operator, { txn, journal, host });
      const tried = plan.steps.slice(0, plan.steps.length - left);
      const errors = new Map(failed.map(({ step, err }) => [step, err]));
      return {
        kind: "acted",
        txn,
        steps: tried.map((planned) => ({ ...planned, err: errors.get(planned.id) ?? null })),
      };
    },
    settled,
  );
}

// All or nothing: a request to reconnect without the way that it needs only makes the client give up sooner.
function planFor({ host, ruleset }: Session, facts: Facts, findings: readonly Finding[]): Plan {
  const { snapshot, history } = facts;
  const assessment = { ...assessFacts(facts), findings: [...findings] };
  const plan = planRepair(assessment, snapshot, { ruleset, boot: host.boot, sha256 }, history);
  const wanted = new Set(findings.flatMap(({ repair }) => repair.map((step) => JSON.stringify(step))));
  const isWhole = plan.steps.length === wanted.size && plan.steps.length <= HELPER_LIMITS.planSteps;
  if (!isWhole || forbiddenSteps(plan.steps, { snapshot, history }).size > 0) throw new Refusal("too_risky");
  return plan;
}
