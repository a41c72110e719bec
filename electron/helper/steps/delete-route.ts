import { findRoute, occupantsOf } from "../../../shared/repair/route-match.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import { isSameLink } from "./link-identity.ts";
import type { StepWorker, UndoWorkplace, Workplace } from "./step-worker.ts";

/** Removes one row; undo adds it again where nothing else has come instead. */
export const deleteRoute: StepWorker<"delete-route"> = {
  prepare: () => null,
  async perform({ route }, { host, operator }) {
    // Darwin deletes by destination, mask and scope alone: the row must be the only one that this could hit.
    const alone = occupantsOf(route, operator.rows(), host.os).length === 1 || host.os === "linux";
    if (!alone || findRoute(route, operator.rows()).length !== 1) return "conflict";
    await operator.remove(route);
    return findRoute(route, operator.rows()).length === 0 ? null : "tool_failed";
  },
  isDone: ({ route }, { operator }) => findRoute(route, operator.rows()).length === 0,
  undo: ({ route }, workplace) => putBack(route, workplace),
};

/** Adds a row that was there before; never in the place of another. Null when it is there again. */
export async function putBack(route: Route, workplace: UndoWorkplace) {
  const { host, operator } = workplace;
  if (findRoute(route, operator.rows()).length === 1) return null;
  if (!isSameLink(route, workplace)) return "interface-gone";
  if (occupantsOf(route, operator.rows(), host.os).length > 0) return "occupied";
  await operator.restore(route);
  return isBack(route, workplace) ? null : "failed";
}

/** Whether the row is there again: on Linux in every field; on Darwin the kernel may have chosen another source address. */
export function isBack(route: Route, { host, operator }: Workplace): boolean {
  const selector = host.os === "darwin" ? { ...route, source: null } : route;
  const rows = host.os === "darwin" ? operator.rows().map((row) => ({ ...row, source: null })) : operator.rows();
  return findRoute(selector, rows).length === 1;
}
