import type { HelperErrorCode } from "../../../shared/contract/helper-error.ts";
import type { UndoRefusal } from "../../../shared/contract/helper-protocol.ts";
import { findRoute, occupantsOf } from "../../../shared/repair/route-match.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import type { Operator } from "../operator.ts";
import { Refusal } from "../refusal.ts";
import type { ChangesTogether } from "../route-changes.ts";
import { isSameLink } from "./link-identity.ts";
import type { StepWorker, UndoWorkplace, Workplace } from "./step-worker.ts";

/** Removes one row; undo adds it again where nothing else has come instead. */
export const deleteRoute: StepWorker<"delete-route"> = {
  prepare: () => null,
  async perform({ route }, { host, operator }) {
    // Darwin deletes by destination, mask and scope alone: the row must be the only one that this could hit.
    const alone = occupantsOf(route, operator.rows(), host.os).length === 1 || host.os === "linux";
    if (!alone || countOf(route, operator) !== 1) return "conflict";
    await operator.remove(route);
    return countOf(route, operator) === 0 ? null : "tool_failed";
  },
  isDone: ({ route }, { operator }) => countOf(route, operator) === 0,
  undo: ({ route }, workplace) => putBack(route, workplace),
};

/**
 * Removes rows after one look at them all, as `perform` does one; gives what became of each, by looking again even where the
 * tool failed. Throws Refusal when that cannot be seen.
 */
export async function removeTogether(
  routes: readonly Route[],
  { operator }: Workplace,
  together: ChangesTogether,
): Promise<(HelperErrorCode | null)[]> {
  const found = new Set(routes.filter((route) => countOf(route, operator) === 1));
  const { left, failure } = await removeOrFail([...found], operator, together);
  return routes.map((route) => {
    if (!found.has(route) || left.has(route)) return "conflict";
    return countOf(route, operator) === 0 ? null : failure;
  });
}

async function removeOrFail(routes: readonly Route[], operator: Operator, together: ChangesTogether) {
  try {
    const left: ReadonlySet<Route> = new Set(await together.remove(routes));
    return { left, failure: "tool_failed" } as const;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await operator.reread();
    return { left: new Set<Route>(), failure: error.code };
  }
}

/** Adds a row that was there before; never in the place of another. Null when it is there again. */
export async function putBack(route: Route, workplace: UndoWorkplace): Promise<UndoRefusal | null> {
  const place = placeFor(route, workplace);
  if (place === "free") await workplace.operator.restore(route);
  return becameOf(route, place, workplace);
}

/** Adds rows that were there before, as `putBack` does one; else as {@link removeTogether}. */
export async function putBackTogether(
  routes: readonly Route[],
  workplace: UndoWorkplace,
  together: ChangesTogether,
): Promise<(UndoRefusal | null)[]> {
  const places = routes.map((route) => ({ route, place: placeFor(route, workplace) }));
  try {
    await together.restore(places.flatMap(({ route, place }) => (place === "free" ? [route] : [])));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await workplace.operator.reread();
  }
  return places.map(({ route, place }) => becameOf(route, place, workplace));
}

/** What is where a row is to come back: the row itself already, nothing, or why it cannot come back. */
function placeFor(route: Route, workplace: UndoWorkplace): "back" | "free" | "interface-gone" | "occupied" {
  const { host, operator } = workplace;
  if (countOf(route, operator) === 1) return "back";
  if (!isSameLink(route, workplace)) return "interface-gone";
  return occupantsOf(route, operator.rowsTo(route.destination), host.os).length > 0 ? "occupied" : "free";
}

function becameOf(route: Route, place: ReturnType<typeof placeFor>, workplace: Workplace): UndoRefusal | null {
  if (place === "back") return null;
  if (place !== "free") return place;
  return isBack(route, workplace) ? null : "failed";
}

/** Whether the row is there again: on Linux in every field; on Darwin the kernel may have chosen another source address. */
export function isBack(route: Route, { host, operator }: Workplace): boolean {
  const selector = host.os === "darwin" ? { ...route, source: null } : route;
  const rows = operator.rowsTo(route.destination);
  const seen = host.os === "darwin" ? rows.map((row) => ({ ...row, source: null })) : rows;
  return findRoute(selector, seen).length === 1;
}

function countOf(route: Route, operator: Operator): number {
  return findRoute(route, operator.rowsTo(route.destination)).length;
}
