import { createHash } from "node:crypto";
import { snapshotOf } from "../../shared/capture/snapshot-of.ts";
import type { Capture } from "../../shared/capture/capture.ts";
import { assess } from "../../shared/health/assess.ts";
import type { Assessment } from "../../shared/health/finding.ts";
import { EMPTY_HISTORY } from "../../shared/history/history.ts";
import type { PlanIdentity } from "../../shared/repair/digest.ts";
import { planRepair } from "../../shared/repair/plan.ts";
import type { Plan } from "../../shared/repair/plan-model.ts";
import type { Snapshot } from "../../shared/snapshot/snapshot.ts";
import { createObserver } from "../observe/observer.ts";

/** One look at a machine, live or recorded, with everything concluded from it. */
export interface Look {
  readonly snapshot: Snapshot;
  readonly assessment: Assessment;
  readonly plan: Plan;
  /** Files of the capture that nothing reads. */
  readonly ignored: readonly string[];
}

/** Plans of the command line are previews: the helper's plan, made under its own boot id, is the one that is applied. */
export const PREVIEW_IDENTITY: PlanIdentity = {
  ruleset: __RULESET__,
  boot: "",
  sha256: (text) => createHash("sha256").update(text).digest("hex"),
};

/** Judges a capture, with nothing remembered. */
export function lookAt(capture: Capture): Look {
  const { snapshot, ignored } = snapshotOf(capture);
  const assessment = assess(snapshot, EMPTY_HISTORY);
  return { snapshot, assessment, plan: planRepair(assessment, snapshot, PREVIEW_IDENTITY), ignored };
}

/** Looks at this machine now. */
export async function lookHere(): Promise<Look> {
  return lookAt(await createObserver().capture());
}
