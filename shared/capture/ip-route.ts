import type { Family } from "../network/address.ts";
import { observed, partlyObserved } from "../snapshot/part.ts";
import type { Route } from "../snapshot/route.ts";
import type { Contribution, OutputParser } from "./contribution.ts";
import { UnreadableOutput } from "./contribution.ts";
import { readIpCommand, showsJson } from "./ip-command.ts";
import type { IpCommand } from "./ip-command.ts";
import { readJsonRows } from "./ip-json.ts";
import { IpRouteRow, routeOf } from "./ip-route-row.ts";

/** `ip -j route show table all`, alone or with `-4` or `-6`; other selections of it give a partial table. */
export const ipRoute: OutputParser = {
  os: "linux",
  understands: (source) => showsJson(readIpCommand(source), "route"),
  parse(text, source) {
    const command = readIpCommand(source);
    if (command === null) throw new UnreadableOutput(0, "not-a-route-table");
    const family = familyOfTable(command);
    const routes = readJsonRows(text, IpRouteRow, (row) => routeOf(row, family ?? familyOfRow(row)));
    return contributionOf(routes, command);
  },
};

function contributionOf(routes: Route[], command: IpCommand): Contribution {
  const part = command.words.join(" ") === "table all" ? observed<Route[]> : partlyObserved<Route[]>;
  const family = familyOfTable(command);
  const of = (wanted: Family) => part(routes.filter((route) => route.family === wanted));
  return {
    ...(family !== "inet6" && { inetRoutes: of("inet") }),
    ...(family !== "inet" && { inet6Routes: of("inet6") }),
  };
}

// Without -4 and -6 iproute2 mixes the families only for `table all`; any other selection means IPv4.
function familyOfTable(command: IpCommand): Family | null {
  if (command.family !== null) return command.family;
  return command.words.join(" ").includes("table all") ? null : "inet";
}

/**
 * Rows of the mixed table carry no family, and a default without gateway looks alike in both (macos-facts §12). The
 * kernel sends a router preference with every IPv6 row and never with an IPv4 row, which decides it.
 */
function familyOfRow(row: IpRouteRow): Family {
  if (row.dst !== "default") return row.dst.includes(":") ? "inet6" : "inet";
  if (row.pref !== undefined) return "inet6";
  const hop = row.gateway ?? row.nexthops?.[0]?.gateway ?? row.prefsrc;
  return hop?.includes(":") === true ? "inet6" : "inet";
}
