import type { Interface } from "../../../shared/snapshot/interface.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import type { LinkIdentity } from "../journal/record.ts";
import type { UndoWorkplace } from "./step-worker.ts";

/** What tells an interface from a later one of the same name. */
export function linkIdentityOf({ name, index, kind }: Interface): LinkIdentity {
  return { name, index, kind };
}

/** Whether the interface of a route is still the one that it was when the transaction began. */
export function isSameLink(route: Route, { links, interfaces }: UndoWorkplace): boolean {
  const before = links.find((link) => link.name === route.interface);
  const now = interfaces.find((entry) => entry.name === route.interface);
  if (before === undefined || now === undefined) return false;
  // ifconfig does not print the index; the name alone has to do where it is not known.
  const sameIndex = before.index === null || now.index === null || before.index === now.index;
  return sameIndex && before.kind === now.kind;
}
