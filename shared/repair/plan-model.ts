import * as v from "valibot";
import { Certainty, FindingId } from "../health/finding.ts";
import { Step } from "./step.ts";

/** A step of a plan: the action, why, and whether it is taken unless the user says otherwise. */
export const PlannedStep = v.strictObject({
  /** Stable id: 64 hex, hash of all fields that identify the action. */
  id: v.string(),
  finding: FindingId,
  certainty: Certainty,
  selected: v.boolean(),
  step: Step,
  /** What undoes it, null when nothing can or need (a nudge). */
  inverse: v.nullable(Step),
});
export type PlannedStep = v.InferOutput<typeof PlannedStep>;

/** A repair plan. The digest covers every step in order-free form; equal digests mean "exactly what the user saw". */
export const Plan = v.strictObject({ digest: v.string(), steps: v.array(PlannedStep) });
export type Plan = v.InferOutput<typeof Plan>;
