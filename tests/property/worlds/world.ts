import fc from "fast-check";
import { EMPTY_HISTORY } from "../../../shared/history/history.ts";
import type { History } from "../../../shared/history/history.ts";
import { observed } from "../../../shared/snapshot/part.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import type { OperatingSystem, Snapshot } from "../../../shared/snapshot/snapshot.ts";
import { tunnelLogs, tunnelOwners, tunnelProcesses, tunnelSockets } from "./clients.ts";
import { handMade, handMadeRow, resolverFiles } from "./extras.ts";
import type { HandMade } from "./extras.ts";
import { loopbackInterface, loopbackRows } from "./loopback.ts";
import { rulesOf } from "./rules.ts";
import type { RuleState } from "./rules.ts";
import { tunnelExists, tunnelInterface, tunnelRows, tunnels } from "./tunnels.ts";
import type { Tunnel } from "./tunnels.ts";
import { uplinkHints, uplinkInterface, uplinkNeighbours, uplinkRows, uplinks } from "./uplinks.ts";
import type { Uplink } from "./uplinks.ts";

/** A machine state that a kernel could be in, with what may be remembered about it. */
export interface World {
  readonly snapshot: Snapshot;
  readonly history: History;
  /** Any number: what else a property needs to choose follows from it, so that a world is judged the same each time. */
  readonly choice: number;
}

/** What a world is made of. */
interface Parts {
  readonly cards: Uplink[];
  readonly vpns: Tunnel[];
  readonly made: HandMade[];
  readonly files: Pick<Mutable, "resolvers" | "stateFiles">;
  readonly rules: RuleState;
  readonly unresponsive: boolean;
  readonly history: History;
  readonly choice: number;
}

type Mutable = { [Part in "resolvers" | "stateFiles"]: Extract<Snapshot[Part], { observed: true }>["value"] };

/** Worlds of one system: cards in any state, tunnels living and dead, hand-made rows of any kind, in both families. */
export function worlds(os: OperatingSystem): fc.Arbitrary<World> {
  return fc
    .record({
      cards: uplinks(os),
      vpns: tunnels(os),
      made: handMade,
      files: resolverFiles,
      rules: fc.constantFrom<RuleState>("in-place", "in-place", "left-over", "missing"),
      unresponsive: fc.boolean(),
      history: histories,
      choice: fc.nat(),
    })
    .map((parts) => worldOf(os, { ...parts, vpns: parts.vpns.map((vpn) => withReachableServer(vpn, parts.cards)) }));
}

function worldOf(
  os: OperatingSystem,
  { cards, vpns, made, files, rules, unresponsive, history, choice }: Parts,
): World {
  const living = vpns.filter((vpn) => tunnelExists(os, vpn));
  const rows = distinct([
    ...loopbackRows(os),
    ...cards.flatMap((card, index) => uplinkRows(os, card, index)),
    ...living.filter(({ up }) => up || os === "darwin").flatMap((vpn) => tunnelRows(os, vpn)),
    ...made.flatMap((entry) => handMadeRow(os, cards, entry)).filter((entry) => couldExist(os, entry, cards)),
  ]);
  const snapshot: Snapshot = {
    schema: 1,
    os,
    osVersion: null,
    takenAt: null,
    routes: {
      inet: observed(rows.filter(({ family }) => family === "inet")),
      inet6: observed(rows.filter(({ family }) => family === "inet6")),
    },
    interfaces: observed([
      loopbackInterface(os),
      ...cards.map((card, index) => uplinkInterface(card, index + 2)),
      ...living.map((vpn, index) => tunnelInterface(os, vpn, index + 10)),
    ]),
    neighbours: observed(cards.flatMap(uplinkNeighbours)),
    rules: observed(rulesOf(os, living, rules)),
    resolvers: observed(files.resolvers),
    processes: observed(vpns.flatMap(tunnelProcesses)),
    tunnelOwners: observed(vpns.flatMap(tunnelOwners)),
    sockets: observed(vpns.flatMap(tunnelSockets)),
    stateFiles: observed(files.stateFiles),
    routerHints: observed(cards.flatMap(uplinkHints)),
    clientLogs: observed(vpns.flatMap((vpn) => tunnelLogs(vpn, unresponsive))),
    connectivity: observed([]),
    scriptMarks: observed([]),
  };
  return { snapshot, history, choice };
}

// Where no network has IPv6 nobody has connected to a server by it.
function withReachableServer(vpn: Tunnel, cards: readonly Uplink[]): Tunnel {
  const hasInet6 = cards.some(({ inet, inet6 }) => inet !== "off" && inet !== "unplugged" && inet6 !== "none");
  return hasInet6 || !vpn.server.includes(":") ? vpn : { ...vpn, server: "203.0.113.9" };
}

const histories: fc.Arbitrary<History> = fc
  .record({
    servers: fc.subarray(["203.0.113.9", "203.0.113.10", "2001:db8:99::9"]),
    tunnelPrefixes: fc.subarray(["203.0.113.0/24", "2001:db8:99::/48"]),
  })
  .map((remembered) => ({ ...EMPTY_HISTORY, ...remembered }));

// Linux drops all rows of a card with its last address (04-lab, "flush first"); macOS keeps host rows by a router.
function couldExist(os: OperatingSystem, entry: Route, cards: readonly Uplink[]): boolean {
  const card = cards.find(({ name }) => name === entry.interface);
  return os === "darwin" || card === undefined || card.inet !== "off";
}

/** A table holds one row for each destination, scope and metric: the first that was made. */
function distinct(rows: readonly Route[]): Route[] {
  const byPlace = new Map<string, Route>();
  for (const entry of rows) {
    const scope = entry.scoped ? entry.interface : "";
    const place = `${entry.table} ${entry.destination} ${entry.metric ?? 0} ${scope} ${entry.host}`;
    if (!byPlace.has(place)) byPlace.set(place, entry);
  }
  return [...byPlace.values()];
}
