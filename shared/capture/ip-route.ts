import type { Family } from "../network/address.ts";
import { observed, partlyObserved } from "../snapshot/part.ts";
import type { Route } from "../snapshot/route.ts";
import type { Contribution, OutputParser } from "./contribution.ts";
import { ipCommandOf, readIpCommand, shows } from "./ip-command.ts";
import type { IpCommand } from "./ip-command.ts";
import { IpRouteRow, routeOf } from "./ip-route-row.ts";
import { routeFields } from "./ip-route-text.ts";
import { readIpOutput } from "./ip-text.ts";
import type { IpOutput } from "./ip-text.ts";

/** `ip route show table all`, as JSON or text, alone or with `-4` or `-6`; other selections of it give a partial table. */
export const ipRoute: OutputParser = {
  os: "linux",
  understands: (source) => shows(readIpCommand(source), "route"),
  parse(text, source) {
    const command = ipCommandOf(source);
    const family = familyOfTable(command);
    const read = (row: IpRouteRow) => routeOf(row, family ?? familyOfRow(row));
    return contributionOf(readIpOutput(text, command, routeFields, IpRouteRow, read), command);
  },
};

function contributionOf({ values, isWhole }: IpOutput<Route>, command: IpCommand): Contribution {
  const family = familyOfTable(command);
  const allTables = command.words.join(" ") === "table all";
  const of = (wanted: Family) => {
    const routes = values.filter((route) => route.family === wanted);
    return allTables && isWhole(reachesLocalTable(routes)) ? observed(routes) : partlyObserved(routes);
  };
  return {
    ...(family !== "inet6" && { inetRoutes: of("inet") }),
    ...(family !== "inet" && { inet6Routes: of("inet6") }),
  };
}

// The kernel gives its tables in the order of the last byte of their number, so `local`, which is 255, comes last.
function reachesLocalTable(routes: readonly Route[]): boolean {
  return routes.some((route) => route.table === "local" && route.interface === "lo");
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
