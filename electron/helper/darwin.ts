import { ROUTE_COMMANDS } from "../../shared/repair/commands.ts";
import type { ChangeTools, RouteChanges } from "./route-changes.ts";

/**
 * Darwin: `route` ends with status 0 whatever happened (macos-facts §4.2), so its status is never looked at; the
 * caller compares the row before and reads the table after each change.
 */
export function createDarwinChanges({ host }: ChangeTools): RouteChanges {
  const commands = ROUTE_COMMANDS.darwin;
  const runAll = async (all: readonly (readonly string[])[]) => {
    for (const command of all) await host.run(command);
  };
  const add: RouteChanges["add"] = (route) => runAll([commands.addCommand(route)]);
  // The two run at once, one after the other: while the row is away the destination follows a wider route.
  const replace: RouteChanges["replace"] = (step) => runAll(commands.replaceCommands(step));
  return {
    remove: (route) => runAll([commands.deleteCommand(route)]),
    add,
    replace,
    // Darwin takes a next hop that is not on-link as long as any route leads to it (macos-facts §4.2).
    restore: add,
    swapBack: replace,
  };
}
