import type { HelperAvailability } from "../../../shared/contract/view-state.ts";
import { codedText } from "../../../shared/snapshot/coded-text.ts";

/** What tells how the helper can be started. */
export interface HelperSurroundings {
  readonly platform: NodeJS.Platform;
  readonly isRoot: boolean;
  /** Whether /usr/bin/pkexec is there. */
  readonly hasPkexec: boolean;
  /** What a person would type to get the same with rights. */
  readonly command: string;
}

/** Whether a repair can be asked for, and whether the system will ask for a password first. */
export function helperAvailability(surroundings: HelperSurroundings): HelperAvailability {
  const { platform, isRoot, hasPkexec, command } = surroundings;
  if (isRoot) return { state: "ready" };
  if (platform === "linux" && hasPkexec) return { state: "asks-password" };
  return { state: "unavailable", reason: codedText("needs-rights", { command }) };
}
