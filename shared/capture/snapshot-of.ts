import { partlyObserved, valuesOf } from "../snapshot/part.ts";
import type { Part } from "../snapshot/part.ts";
import type { Neighbour } from "../snapshot/interface.ts";
import { routeKey } from "../snapshot/route.ts";
import type { Route } from "../snapshot/route.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { Capture } from "./capture.ts";
import type { Contribution } from "./contribution.ts";
import { nameInterfaces, placeHints } from "./network-services.ts";
import { findFullNames } from "./interface-names.ts";
import type { FullNames } from "./interface-names.ts";
import { asListedFor } from "./listed-interfaces.ts";
import { mergeInterfaces } from "./merge-interfaces.ts";
import { chooseTable, mergeAdditive, mergeWhole } from "./merge-parts.ts";
import { readFiles } from "./read-files.ts";
import type { ContributedPart } from "./registry.ts";

/**
 * Reads all files of a capture into one snapshot. `ignored` names the files that nothing reads. Never throws: a file
 * that cannot be read makes its part unobserved with the reason (`unreadable` with file, line and detail, or the
 * capture's own reason), unless another file observed that part; what no file tells is unobserved, `not-in-capture`.
 */
export function snapshotOf(capture: Capture): { snapshot: Snapshot; ignored: readonly string[] } {
  const { contributions, ignored } = readFiles(capture);
  const interfaces = mergeInterfaces(partsOf(contributions, "interfaces"));
  const names = findFullNames(
    contributions.flatMap((one) => one.cutNames ?? []),
    interfaces,
  );
  const services = contributions.flatMap((one) => one.networkServices ?? []);
  const inet = withFullNames(chooseRoutes(partsOf(contributions, "inetRoutes")), names);
  const inet6 = withFullNames(chooseRoutes(partsOf(contributions, "inet6Routes")), names);
  const snapshot: Snapshot = {
    schema: 1,
    os: capture.os,
    osVersion: capture.osVersion,
    takenAt: capture.takenAt,
    routes: { inet, inet6 },
    interfaces: asListedFor(interfaces, [inet, inet6]),
    neighbours: mergeNeighbours(partsOf(contributions, "neighbours"), names),
    rules: mergeAdditive(partsOf(contributions, "rules")),
    resolvers: nameInterfaces(mergeAdditive(partsOf(contributions, "resolvers")), services),
    processes: mergeWhole(partsOf(contributions, "processes"), (process) => String(process.pid)),
    tunnelOwners: mergeWhole(partsOf(contributions, "tunnelOwners"), (owner) => JSON.stringify(owner)),
    sockets: mergeWhole(partsOf(contributions, "sockets"), (socket) => JSON.stringify(socket)),
    stateFiles: mergeAdditive(partsOf(contributions, "stateFiles")),
    routerHints: placeHints(mergeAdditive(partsOf(contributions, "routerHints")), services, valuesOf(interfaces)),
    clientLogs: mergeAdditive(partsOf(contributions, "clientLogs")),
    connectivity: mergeAdditive(partsOf(contributions, "connectivity")),
    scriptMarks: mergeAdditive(partsOf(contributions, "scriptMarks")),
  };
  return { snapshot, ignored };
}

function partsOf<Name extends ContributedPart>(
  contributions: readonly Contribution[],
  name: Name,
): NonNullable<Contribution[Name]>[] {
  return contributions.flatMap((contribution) => contribution[name] ?? []);
}

/** `netstat -rnl` says more than `netstat -rn`: the source address of each row, which can be the only proof. */
function chooseRoutes(parts: readonly Part<Route[]>[]): Part<Route[]> {
  return chooseTable(parts, routeKey, (routes) => routes.filter((route) => route.source !== null).length);
}

function withFullNames(part: Part<Route[]>, names: FullNames): Part<Route[]> {
  if (!part.observed || names.full.size + names.ambiguous.size === 0) return part;
  const routes = part.value.map((route) => {
    const full = route.interface === null ? undefined : names.full.get(route.interface);
    return full === undefined ? route : { ...route, interface: full };
  });
  // A row on an interface that is not known for sure must not prove that something is missing.
  const unsure = routes.some((route) => route.interface !== null && names.ambiguous.has(route.interface));
  return unsure ? partlyObserved(routes) : { ...part, value: routes };
}

function mergeNeighbours(parts: readonly Part<Neighbour[]>[], names: FullNames): Part<Neighbour[]> {
  const merged = mergeWhole(parts, (neighbour) => `${neighbour.interface} ${neighbour.address}`);
  if (!merged.observed) return merged;
  const value = merged.value.map((one) => ({ ...one, interface: names.full.get(one.interface) ?? one.interface }));
  return { ...merged, value };
}
