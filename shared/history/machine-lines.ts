import type { Facts } from "../health/facts.ts";
import { isDefault } from "../network/route-prefix.ts";
import { valuesOf } from "../snapshot/part.ts";
import type { Interface } from "../snapshot/interface.ts";
import type { Route } from "../snapshot/route.ts";
import { routeKey } from "../snapshot/route.ts";
import { addressText, isRunning, namedAddresses, serversOf } from "./compare.ts";
import { watchedRoutes } from "./compare-routes.ts";
import { MOST_LINES } from "./difference.ts";
import type { Difference, InterfaceLine, RouteLine } from "./difference.ts";

/**
 * What differs between two looks, line by line. A part that one of them did not observe has no lines: then nothing is
 * known to differ.
 */
export function differenceOf(old: Facts, now: Facts): Difference {
  return {
    routes: differing(routesOf(old), routesOf(now)),
    interfaces: areBothObserved(old, now, "interfaces")
      ? differing(interfacesOf(old), interfacesOf(now))
      : differing(new Map<string, InterfaceLine>(), new Map()),
    resolvers: areBothObserved(old, now, "resolvers")
      ? differing(resolversOf(old), resolversOf(now))
      : differing(new Map<string, string>(), new Map()),
  };

  function routesOf(facts: Facts): Map<string, RouteLine> {
    return routeLinesOf(
      facts,
      ({ family }) => old.snapshot.routes[family].observed && now.snapshot.routes[family].observed,
    );
  }
}

function areBothObserved(old: Facts, now: Facts, part: "interfaces" | "resolvers"): boolean {
  return old.snapshot[part].observed && now.snapshot[part].observed;
}

function differing<Line>(before: ReadonlyMap<string, Line>, after: ReadonlyMap<string, Line>) {
  const gone = [...before].filter(([key]) => !after.has(key)).map(([, line]) => line);
  const come = [...after].filter(([key]) => !before.has(key)).map(([, line]) => line);
  return {
    before: gone.slice(0, MOST_LINES),
    after: come.slice(0, MOST_LINES),
    more: Math.max(0, gone.length - MOST_LINES) + Math.max(0, come.length - MOST_LINES),
  };
}

// The defaults first: of what differs they tell the most, and a tunnel can have thousands of routes.
function routeLinesOf(facts: Facts, isKnown: (route: Route) => boolean): Map<string, RouteLine> {
  const defaults = facts.routes.filter((route) => isDefault(route) && route.type === "unicast");
  const rows = [...defaults, ...watchedRoutes(facts).values()].filter(isKnown);
  return new Map(
    rows.map((route) => {
      const { destination, gateway, interface: name } = route;
      return [routeKey(route), { destination, gateway, interface: name }];
    }),
  );
}

function interfacesOf({ snapshot }: Facts): Map<string, InterfaceLine> {
  return new Map(
    valuesOf(snapshot.interfaces).map((entry) => {
      const line = interfaceLine(entry);
      return [JSON.stringify(line), line];
    }),
  );
}

function interfaceLine(entry: Interface): InterfaceLine {
  return {
    name: entry.name,
    running: isRunning(entry),
    addresses: namedAddresses(entry).map(addressText).toSorted().slice(0, MOST_LINES),
  };
}

function resolversOf({ snapshot }: Facts): Map<string, string> {
  return new Map(serversOf(snapshot).map((server) => [server, server]));
}
