import { isInPlace, occupantsOf } from "../../../shared/repair/route-match.ts";
import type { StepWorker } from "./step-worker.ts";

/** Adds one row where none is; undo removes it while it is as it was added. */
export const addRoute: StepWorker<"add-route"> = {
  prepare: () => null,
  async perform({ route }, { host, operator }) {
    if (occupantsOf(route, operator.rows(), host.os).length > 0) return "conflict";
    await operator.add(route);
    return isInPlace(route, operator.rows(), host.os) ? null : "tool_failed";
  },
  isDone: ({ route }, { host, operator }) => isInPlace(route, operator.rows(), host.os),
  async undo({ route }, { host, operator }) {
    const occupants = occupantsOf(route, operator.rows(), host.os);
    if (occupants.length === 0) return null;
    if (!isInPlace(route, operator.rows(), host.os)) return "changed";
    await operator.remove(route);
    return occupantsOf(route, operator.rows(), host.os).length === 0 ? null : "failed";
  },
};
