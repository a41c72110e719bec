import { commandsOf } from "../../../shared/repair/commands.ts";
import { findRoute, isInPlace, occupantsOf } from "../../../shared/repair/route-match.ts";
import { isBack, putBack } from "./delete-route.ts";
import { isSameLink } from "./link-identity.ts";
import type { StepWorker } from "./step-worker.ts";

/** Puts one row in the place of another; undo swaps them back while the new one is as it was put there. */
export const replaceRoute: StepWorker<"replace-route"> = {
  prepare: () => null,
  async perform(step, workplace) {
    const { host, operator } = workplace;
    const { route, replacement } = step;
    const alone = occupantsOf(route, operator.rows(), host.os).length === 1;
    if (!alone || findRoute(route, operator.rows()).length !== 1) return "conflict";
    await operator.replace(step);
    // Asked first: of a row that is only to get another source address the old one, too, looks like the new one.
    if (findRoute(route, operator.rows()).length === 1) return "tool_failed";
    if (isInPlace(replacement, operator.rows(), host.os)) return null;
    // By one command the old row cannot have gone without the new one: somebody else took it away.
    if (commandsOf(step, host.os).length === 1) return "conflict";
    // The old row is gone and the new one was refused: back to what was.
    await operator.restore(route);
    return isBack(route, workplace) ? "tool_failed" : "partial";
  },
  isDone({ route, replacement }, workplace) {
    const { host, operator } = workplace;
    if (findRoute(route, operator.rows()).length === 1) return false;
    return isInPlace(replacement, operator.rows(), host.os) || !isBack(route, workplace);
  },
  async undo({ route, replacement }, workplace) {
    const { host, operator } = workplace;
    if (!isInPlace(replacement, operator.rows(), host.os)) {
      const refusal = await putBack(route, workplace);
      return refusal === "occupied" ? "changed" : refusal;
    }
    if (!isSameLink(route, workplace)) return "interface-gone";
    await operator.swapBack({ op: "replace-route", route: replacement, replacement: route });
    return isBack(route, workplace) ? null : "failed";
  },
};
