import { ROUTE_COMMANDS } from "../../shared/repair/commands.ts";
import type { StepOf } from "../../shared/repair/step-of.ts";
import type { Route } from "../../shared/snapshot/route.ts";
import type { Host } from "./host.ts";
import { putWithAids } from "./linux-aids.ts";
import { lockedAmong } from "./linux-locked.ts";
import { runByFamily } from "./linux-together.ts";
import { Refusal } from "./refusal.ts";
import type { ChangeTools, RouteChanges } from "./route-changes.ts";

const { deleteCommand, addCommand, replaceCommands } = ROUTE_COMMANDS.linux;

type Put = (route: Route, command: readonly string[]) => Promise<void>;

/** Linux: `ip route` with full selectors. */
export function createLinuxChanges(tools: ChangeTools): RouteChanges {
  const { host } = tools;
  const put: Put = async (_route, command) => void (await host.run(command));
  const putBack: Put = (route, command) => putWithAids([{ route, command }], tools);
  return {
    async remove(route) {
      await refuseIfLocked(route, host);
      await host.run(deleteCommand(route));
    },
    add: (route) => put(route, addCommand(route)),
    replace: (step) => exchange(step, put, host),
    restore: (route) => putBack(route, addCommand(route)),
    swapBack: (step) => exchange(step, putBack, host),
    together: {
      async remove(routes) {
        const locked = await lockedAmong(routes, host);
        await runByFamily(routes.filter((route) => !locked.has(route)).map(deleteCommand), host);
        return [...locked];
      },
      restore: (routes) =>
        putWithAids(
          routes.map((route) => ({ route, command: addCommand(route) })),
          tools,
        ),
    },
  };
}

async function exchange(step: StepOf<"replace-route">, put: Put, host: Host): Promise<void> {
  const [first, second] = replaceCommands(step);
  if (first === undefined) return;
  await refuseIfLocked(step.route, host);
  if (second === undefined) return put(step.replacement, first);
  await host.run(first);
  await put(step.replacement, second);
}

async function refuseIfLocked(route: Route, host: Host): Promise<void> {
  if ((await lockedAmong([route], host)).size > 0) throw new Refusal("conflict");
}
