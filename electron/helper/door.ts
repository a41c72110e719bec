import type { HelperOperation } from "../../shared/contract/helper-protocol.ts";
import { needsRoot } from "../../shared/repair/needs-root.ts";
import type { Step } from "../../shared/repair/step.ts";

/**
 * The way by which a client came in, which decides what it may ask for. `routes` and `keep-alive` are the two sockets of
 * Linux: behind the first is a helper that can change routes and nothing else, behind the second one that takes no
 * instructions at all. Whoever has root's rights already comes in by `all`.
 */
export type Door = "all" | "routes" | "keep-alive";

/** Whether this operation may be asked for at this door. */
export function mayAsk(door: Door, operation: HelperOperation): boolean {
  switch (door) {
    case "all":
      return true;
    case "routes":
      return operation !== "keep-alive";
    case "keep-alive":
      return operation === "keep-alive" || operation === "hello";
  }
}

/** Why a step is not carried out behind this door: nobody may (`isForbidden`), or it takes other rights; null when it is. */
export function refusalOfStep(isForbidden: boolean, door: Door, step: Step): "too_risky" | "needs_root" | null {
  if (isForbidden) return "too_risky";
  return door === "routes" && needsRoot(step) ? "needs_root" : null;
}
