import { destinationOf } from "../../shared/network/route-prefix.ts";
import { ROUTE_COMMANDS } from "../../shared/repair/commands.ts";
import { findRoute, occupantsOf } from "../../shared/repair/route-match.ts";
import type { Route } from "../../shared/snapshot/route.ts";
import type { ChangeTools, RouteChanges } from "./route-changes.ts";

const { deleteCommand, addCommand } = ROUTE_COMMANDS.darwin;

/**
 * Darwin: `route` ends with status 0 whatever happened (macos-facts §4.2), so its status is never looked at; the
 * caller compares the row before and reads the table after each change.
 */
export function createDarwinChanges(tools: ChangeTools): RouteChanges {
  const remove: RouteChanges["remove"] = (route) => removeOne(route, tools);
  const add: RouteChanges["add"] = (route) => addAsNamed(route, tools);
  const replace: RouteChanges["replace"] = async (step) => {
    // One right after the other: while the row is away the destination follows a wider route.
    await remove(step.route);
    await add(step.replacement);
  };
  return {
    remove,
    add,
    replace,
    // Darwin takes a next hop that is not on-link as long as any route leads to it (macos-facts §4.2).
    restore: add,
    swapBack: replace,
    // A deletion names destination, mask and scope alone: what it will hit has to be looked at right before it.
    together: null,
  };
}

// A deletion without a mask hits the first leaf of the address. Should the host row have vanished since it was read, that
// is a net row which begins with the same address (macos-facts §4.3): it is put back.
async function removeOne(route: Route, { host, rows, reread }: ChangeTools): Promise<void> {
  const exposed = route.host ? rows().filter((row) => isNextLeaf(row, route)) : [];
  await host.run(deleteCommand(route));
  if (exposed.length === 0) return;
  const now = await reread();
  for (const row of exposed) if (findRoute(row, now).length === 0) await host.run(addCommand(row));
}

function isNextLeaf(row: Route, route: Route): boolean {
  if (row.host || row.family !== route.family || row.scoped !== route.scoped) return false;
  if (row.scoped && row.interface !== route.interface) return false;
  return destinationOf(row).value === destinationOf(route).value;
}

// The kernel binds a row to the interface that leads to its next hop now, which need not be the one that it is meant
// for: a default through a cable draws the pin of a former Wi-Fi to the cable. Such a row is taken away again.
async function addAsNamed(route: Route, { host, reread }: ChangeTools): Promise<void> {
  await host.run(addCommand(route));
  const [added, ...others] = occupantsOf(route, await reread(), host.os);
  const isElsewhere = added !== undefined && others.length === 0 && added.interface !== route.interface;
  if (isElsewhere && added.gateway === route.gateway) await host.run(deleteCommand(added));
}
