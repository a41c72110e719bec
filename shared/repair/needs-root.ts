import type { Step } from "./step.ts";

/**
 * Whether a step takes more than the right to change routes: it writes a file of root's or signals a process of root's.
 * The helper that is installed on Linux has no such rights (helper-security §2.3), so these steps ask for a password.
 */
export function needsRoot({ op }: Pick<Step, "op">): boolean {
  switch (op) {
    case "delete-route":
    case "add-route":
    case "replace-route":
      return false;
    case "nudge-client":
    case "clear-resolver":
    case "remove-state-file":
      return true;
  }
}
