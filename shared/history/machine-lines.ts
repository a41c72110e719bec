import type { Facts } from "../health/facts.ts";
import { oncePerFacts } from "../health/once-per-facts.ts";
import type { Family } from "../network/address.ts";
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
    routes: differing(routesOf(old), routesOf(now), routeLine, ({ family }) => areBothObserved(old, now, family)),
    interfaces: differing(
      interfacesOf(old),
      interfacesOf(now),
      (line) => line,
      () => old.snapshot.interfaces.observed && now.snapshot.interfaces.observed,
    ),
    resolvers: differing(
      resolversOf(old),
      resolversOf(now),
      (line) => line,
      () => old.snapshot.resolvers.observed && now.snapshot.resolvers.observed,
    ),
  };
}

function areBothObserved(old: Facts, now: Facts, family: Family): boolean {
  return old.snapshot.routes[family].observed && now.snapshot.routes[family].observed;
}

/** The things that only one side has, as lines. `isKnown` tells whether both sides would have told of a thing. */
function differing<Thing, Line>(
  before: ReadonlyMap<string, Thing>,
  after: ReadonlyMap<string, Thing>,
  lineOf: (thing: Thing) => Line,
  isKnown: (thing: Thing) => boolean,
): { before: Line[]; after: Line[]; more: number } {
  const [gone, come] = [missing(before, after, isKnown), missing(after, before, isKnown)];
  return { before: gone.things.map(lineOf), after: come.things.map(lineOf), more: gone.more + come.more };
}

/** The first things of `from` that `others` lacks, and how many more there are. */
function missing<Thing>(
  from: ReadonlyMap<string, Thing>,
  others: ReadonlyMap<string, Thing>,
  isKnown: (thing: Thing) => boolean,
): { things: Thing[]; more: number } {
  const things: Thing[] = [];
  let more = 0;
  for (const [key, thing] of from) {
    if (others.has(key) || !isKnown(thing)) continue;
    if (things.length < MOST_LINES) things.push(thing);
    else more += 1;
  }
  return { things, more };
}

// The defaults first: of what differs they tell the most, and a tunnel can have thousands of routes.
const routesOf = oncePerFacts((facts): ReadonlyMap<string, Route> => {
  const defaults = facts.routes.filter((route) => isDefault(route) && route.type === "unicast");
  return new Map([...defaults.map((route) => [routeKey(route), route] as const), ...watchedRoutes(facts)]);
});

function routeLine({ destination, gateway, interface: name }: Route): RouteLine {
  return { destination, gateway, interface: name };
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
