import { createHash } from "node:crypto";
import { snapshotOf } from "../../shared/capture/snapshot-of.ts";
import type { Capture } from "../../shared/capture/capture.ts";
import { assess } from "../../shared/health/assess.ts";
import type { Assessment } from "../../shared/health/finding.ts";
import { EMPTY_HISTORY } from "../../shared/history/history.ts";
import type { History } from "../../shared/history/history.ts";
import type { PlanIdentity } from "../../shared/repair/digest.ts";
import { planRepair } from "../../shared/repair/plan.ts";
import type { Plan } from "../../shared/repair/plan-model.ts";
import type { Snapshot } from "../../shared/snapshot/snapshot.ts";
import type { CliContext } from "./context.ts";

/** One look at a machine, live or recorded, with everything concluded from it. */
export interface Look {
  readonly snapshot: Snapshot;
  readonly assessment: Assessment;
  readonly plan: Plan;
  /** What was remembered when it was judged. */
  readonly history: History;
  /** Files of the capture that nothing reads. */
  readonly ignored: readonly string[];
}

/** What plans are made under. `boot` is empty for a capture from somewhere else. */
export function planIdentity(boot: string): PlanIdentity {
  return { ruleset: __RULESET__, boot, sha256: (text) => createHash("sha256").update(text).digest("hex") };
}

/** Judges a capture, with nothing remembered unless a history is given. */
export function lookAt(capture: Capture, boot: string, history: History = EMPTY_HISTORY): Look {
  const { snapshot, ignored } = snapshotOf(capture);
  const assessment = assess(snapshot, history);
  return {
    snapshot,
    assessment,
    plan: planRepair(assessment, snapshot, planIdentity(boot), history),
    history,
    ignored,
  };
}

/**
 * Looks at the machine now, in the light of what the app or `holdfast watch` have kept; keeps nothing itself. The plan
 * has the digest that the helper's has while nothing changes and both know the same.
 */
export async function lookHere({ machine, terminal, t }: CliContext): Promise<Look> {
  const [capture, boot] = await Promise.all([machine.observer.capture(), machine.bootId()]);
  const onProblem = (detail: string) => terminal.complain(t("cli:memory.problem", { detail }));
  const { history } = machine.openMemory(boot, { unusable: "leave", onProblem });
  return lookAt(capture, boot, history.read());
}
