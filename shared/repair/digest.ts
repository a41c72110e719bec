import { canonicalText } from "./canonical-text.ts";
import type { PlannedStep } from "./plan-model.ts";
import type { Step } from "./step.ts";

/** What a plan is made under, so that a digest of another program version, boot or machine never fits. */
export interface PlanIdentity {
  /** Hash over the sources of the rules, 64 hex, from the build. */
  readonly ruleset: string;
  /** Boot id of the kernel; empty for a capture folder. */
  readonly boot: string;
  /** SHA-256 of a UTF-8 text as 64 lower-case hex digits. Injected: shared/ has no cryptography of its own. */
  readonly sha256: (text: string) => string;
}

/** The stable id of one step: a hash of everything that identifies the action. */
export function stepId(step: Step, sha256: PlanIdentity["sha256"]): string {
  return sha256(`holdfast/step/v1\n${canonicalText(step)}`);
}

/** The digest of a plan: equal digests mean the same steps for the same reasons, in whatever order they were found. */
export function planDigest(steps: readonly PlannedStep[], identity: PlanIdentity): string {
  const entries = steps.map((step) => `${step.id} ${step.finding}`).toSorted();
  return identity.sha256(`holdfast/plan/v1\n${identity.ruleset}\n${identity.boot}\n${canonicalText(entries)}`);
}
