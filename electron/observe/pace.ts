import { isSettling } from "../../shared/health/settling.ts";
import type { History } from "../../shared/history/history.ts";
import { valuesOf } from "../../shared/snapshot/part.ts";
import type { Snapshot } from "../../shared/snapshot/snapshot.ts";
import type { Pace } from "./poll.ts";

/** How often to look again after a look that taught this history. */
export function paceAfter({ takenAt, connectivity }: Snapshot, history: History): Pace {
  // A verdict that is held back is looked at again soon, and so is a network whose router has not answered yet.
  if (isSettling(history, takenAt)) return "fast";
  // That somebody has signed in to a network is reported by nobody.
  return valuesOf(connectivity).some(({ state }) => state === "portal") ? "slow" : "quiet";
}
