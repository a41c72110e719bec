import type { Step } from "./step.ts";

/**
 * The step that takes `step` back; null where none can be written as a step: a nudge has no opposite, and what was in
 * a file is known only to the helper's journal, which restores it from there.
 */
export function inverseOf(step: Step): Step | null {
  switch (step.op) {
    case "delete-route":
      return { op: "add-route", route: step.route };
    case "add-route":
      return { op: "delete-route", route: step.route };
    case "replace-route":
      return { op: "replace-route", route: step.replacement, replacement: step.route };
    case "nudge-client":
    case "clear-resolver":
    case "remove-state-file":
      return null;
  }
}
