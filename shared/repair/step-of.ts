import type { Step } from "./step.ts";

/** The step of one operation, e.g. `StepOf<"replace-route">`. */
export type StepOf<Operation extends Step["op"]> = Extract<Step, { readonly op: Operation }>;
