import { ROUTE_COMMANDS } from "../../shared/repair/commands.ts";
import { isInPlace, occupantsOf } from "../../shared/repair/route-match.ts";
import { tableIndexOf } from "../../shared/repair/table-index.ts";
import { LINK, routeKey } from "../../shared/snapshot/route.ts";
import type { Route } from "../../shared/snapshot/route.ts";
import { runByFamily } from "./linux-together.ts";
import type { ChangeTools } from "./route-changes.ts";

const { addCommand, deleteCommand } = ROUTE_COMMANDS.linux;

/** A row that comes back into the table, and the command that puts it there. */
interface ComingBack {
  readonly route: Route;
  readonly command: readonly string[];
}

/**
 * Runs the commands that put rows back into the table. The kernel refuses a next hop that no on-link row covers, and that
 * is what a stale pin has: its network is gone, and undo must bring it back as it was. So for the rows that are not there
 * after the first try, rows that make their next hops on-link are added for the length of a second try. The flag `onlink`
 * would spare that, but the row would carry it ever after and not be the same row.
 */
export async function putWithAids(rows: readonly ComingBack[], tools: ChangeTools): Promise<void> {
  const { host, aids } = tools;
  const commands = rows.map(({ command }) => command);
  await runByFamily(commands, host);
  const table = await tools.reread();
  const refused = rows.filter(({ route }) => route.gateway !== LINK && !isThere(route, table));
  const passing = [
    ...new Map(refused.map(({ route }) => onLinkRowFor(route)).map((row) => [routeKey(row), row])).values(),
  ];
  const added = passing.filter(
    (row) => occupantsOf(row, tableIndexOf(table).rowsTo(row.destination), "linux").length === 0,
  );
  if (added.length === 0) return;
  aids.added(added);
  await runByFamily(added.map(addCommand), host);
  try {
    await runByFamily(
      refused.map(({ command }) => command),
      host,
    );
  } finally {
    await runByFamily(added.map(deleteCommand), host);
  }
  aids.removed(added);
}

function isThere(route: Route, table: readonly Route[]): boolean {
  return isInPlace(route, tableIndexOf(table).rowsTo(route.destination), "linux");
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
