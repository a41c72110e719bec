import { ROUTE_COMMANDS } from "../../shared/repair/commands.ts";
import { isInPlace, occupantsOf } from "../../shared/repair/route-match.ts";
import type { StepOf } from "../../shared/repair/step-of.ts";
import { LINK } from "../../shared/snapshot/route.ts";
import type { Route } from "../../shared/snapshot/route.ts";
import type { Host } from "./host.ts";
import { Refusal } from "./refusal.ts";
import type { ChangeTools, RouteChanges } from "./route-changes.ts";

const IP = "/usr/sbin/ip";
const { deleteCommand, addCommand, replaceCommands } = ROUTE_COMMANDS.linux;

type Put = (route: Route, command: readonly string[]) => Promise<void>;

/** Linux: `ip route` with full selectors. */
export function createLinuxChanges(tools: ChangeTools): RouteChanges {
  const { host } = tools;
  const put: Put = async (_route, command) => void (await host.run(command));
  const putBack: Put = (route, command) => putWithAid(route, command, tools);
  return {
    async remove(route) {
      await refuseIfLocked(route, host);
      await host.run(deleteCommand(route));
    },
    add: (route) => put(route, addCommand(route)),
    replace: (step) => exchange(step, put, host),
    restore: (route) => putBack(route, addCommand(route)),
    swapBack: (step) => exchange(step, putBack, host),
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

// That a metric is locked (`mtu lock 1200`) iproute2 prints as text only, never as JSON. Such a row would come back
// unlocked, so it is left alone.
async function refuseIfLocked(route: Route, host: Host): Promise<void> {
  if (Object.keys(route.metrics).length === 0) return;
  const family = route.family === "inet" ? "-4" : "-6";
  const show = [IP, family, "route", "show", "table", route.table, "exact", route.destination];
  const { output } = await host.run(show);
  if (/ lock /.test(output)) throw new Refusal("conflict");
}

/**
 * Runs the command that puts a row back into the table. The kernel refuses a next hop that no on-link row covers, and that
 * is what a stale pin has: its network is gone, and undo must bring it back as it was. So when the row is not there
 * after the first try, a row that makes the next hop on-link is added for the length of a second try. The flag `onlink`
 * would spare that, but the row would carry it ever after and not be the same row.
 */
async function putWithAid(route: Route, command: readonly string[], tools: ChangeTools): Promise<void> {
  await tools.host.run(command);
  const rows = await tools.reread();
  if (route.gateway === LINK || isInPlace(route, rows, "linux")) return;
  const aid = onLinkRowFor(route);
  if (occupantsOf(aid, rows, "linux").length > 0) return;
  tools.aids.added(aid);
  await tools.host.run(addCommand(aid));
  try {
    await tools.host.run(command);
  } finally {
    await tools.host.run(deleteCommand(aid));
  }
  tools.aids.removed(aid);
}

// In the row's own table, because there the kernel looks for the next hop first.
function onLinkRowFor(route: Route): Route {
  return {
    ...route,
    destination: `${route.gateway}/${route.family === "inet" ? 32 : 128}`,
    gateway: LINK,
    source: null,
    protocol: null,
    metric: route.family === "inet" ? null : 1024,
    scope: route.family === "inet" ? "link" : null,
    host: true,
    flags: [],
    metrics: {},
    preference: null,
  };
}
