import fc from "fast-check";
import type { History } from "../../../shared/history/history.ts";
import { observed } from "../../../shared/snapshot/part.ts";
import { routeKey } from "../../../shared/snapshot/route.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import type { OperatingSystem, Snapshot } from "../../../shared/snapshot/snapshot.ts";
import { handMadeRows, resolverFiles } from "./extras.ts";
import { row } from "./rows.ts";
import {
  tunnelExists,
  tunnelInterface,
  tunnelOwners,
  tunnelProcesses,
  tunnelRows,
  tunnelSockets,
  tunnels,
} from "./tunnels.ts";
import { uplinkInterface, uplinkRows, uplinks } from "./uplinks.ts";

/** A machine state that a kernel could be in, with what may be remembered about it. */
export interface World {
  readonly snapshot: Snapshot;
  readonly history: History;
}

/** Worlds of one system: cards in any state, tunnels living and dead, hand-made rows of any kind. */
export function worlds(os: OperatingSystem): fc.Arbitrary<World> {
  return fc.tuple(uplinks(os), tunnels(os), resolverFiles).chain(([cards, vpns, files]) =>
    fc
      .record({
        made: handMadeRows(
          os,
          cards.map(({ name }) => name),
        ),
        history: histories,
      })
      .map(({ made, history }) => {
        const loopback = os === "darwin" ? "lo0" : "lo";
        const living = vpns.filter((vpn) => tunnelExists(os, vpn));
        const rows = [
          row(os, {
            destination: "127.0.0.0/8",
            interface: loopback,
            type: os === "linux" ? "local" : "unicast",
            table: os === "linux" ? "local" : "main",
          }),
          ...cards.flatMap((card, index) => uplinkRows(os, card, index)),
          ...living.flatMap((vpn) => tunnelRows(os, vpn)),
          ...made.filter((entry) => couldExist(os, entry, cards)),
        ];
        const interfaces = [
          ...cards.map((card, index) => uplinkInterface(card, index + 2)),
          ...living.map((vpn, index) => tunnelInterface(os, vpn, index + 10)),
        ];
        const snapshot: Snapshot = {
          schema: 1,
          os,
          osVersion: null,
          takenAt: null,
          routes: { inet: observed(distinct(rows)), inet6: observed([]) },
          interfaces: observed(interfaces),
          neighbours: observed([]),
          rules: observed([]),
          resolvers: observed(files.resolvers),
          processes: observed(vpns.flatMap(tunnelProcesses)),
          tunnelOwners: observed(vpns.flatMap(tunnelOwners)),
          sockets: observed(vpns.flatMap(tunnelSockets)),
          stateFiles: observed(files.stateFiles),
          routerHints: observed([]),
          clientLogs: observed([]),
          connectivity: observed([]),
          scriptMarks: observed([]),
        };
        return { snapshot, history };
      }),
  );
}

const histories: fc.Arbitrary<History> = fc.record({
  servers: fc.subarray(["203.0.113.9", "203.0.113.10"]),
  tunnelPrefixes: fc.subarray(["203.0.113.0/24"]),
  networkChangedAt: fc.constant(null),
});

// Linux drops all rows of a card with its last address (04-lab, "flush first"); macOS keeps host rows by a router.
function couldExist(
  os: OperatingSystem,
  entry: Route,
  cards: readonly { name: string; connection: string }[],
): boolean {
  const card = cards.find(({ name }) => name === entry.interface);
  return os === "darwin" || card === undefined || card.connection !== "off";
}

/** A table holds one row for each destination, scope and metric: the first that was made. */
function distinct(rows: readonly Route[]): Route[] {
  const byPlace = new Map<string, Route>();
  for (const entry of rows) {
    const place = [entry.table, entry.destination, entry.metric, entry.scoped ? entry.interface : "", entry.host].join(
      " ",
    );
    if (!byPlace.has(place)) byPlace.set(place, entry);
  }
  return [...byPlace.values()].toSorted((a, b) => (routeKey(a) < routeKey(b) ? -1 : 1));
}
