import type { Route } from "../../../shared/snapshot/route.ts";
import type { OperatingSystem, Snapshot } from "../../../shared/snapshot/snapshot.ts";
import { card, running, snapshotOfMachine, tunnel } from "../../support/machine.ts";
import { row } from "../../property/worlds/rows.ts";

/** Networks of a machine whose table is to be filled: the network it is on, and one that it has left. */
const HERE = { network: "192.168.1.0/24", address: "192.168.1.23/24", router: "192.168.1.1" } as const;
export const LEFT = { address: "10.51.0.9/24", router: "10.51.0.1" } as const;
const TUNNEL_ADDRESS = "10.80.0.2/32";
const TUNNEL_ADDRESS_INET6 = "fd00:80::2/128";
const SERVER = "203.0.113.9";

const CONNECTION = {
  pid: 4711,
  transport: "tcp",
  state: "established",
  localAddress: "192.168.1.23",
  remoteAddress: SERVER,
  localPort: null,
  remotePort: 443,
} as const;

/** Names of the interfaces, as each system gives them. */
export const NAMES = {
  darwin: { physical: "en0", tunnel: "utun6", loopback: "lo0" },
  linux: { physical: "wlan0", tunnel: "tun0", loopback: "lo" },
} as const satisfies Record<OperatingSystem, object>;

/** What the rows of a table are: the worlds differ in what has to be decided for each row. */
export const WORLDS = ["mixed", "tunnel", "static", "dead", "pins", "inet6"] as const;
export type World = (typeof WORLDS)[number];

type Kind = Exclude<World, "mixed">;

/** Of a hundred rows of the mixed world; a laptop has few pins. */
const MIXTURE: readonly (readonly [Kind, number])[] = [
  ["tunnel", 60],
  ["static", 20],
  ["inet6", 10],
  ["dead", 9],
  ["pins", 1],
];

/**
 * A machine with a full table of so many rows beside the usual few, of which everything was observed: openconnect runs
 * and has its tunnel, except among `dead` rows and `pins`, which nobody alive needs.
 */
export function machineIn(world: World, os: OperatingSystem, size: number): Snapshot {
  const names = NAMES[os];
  const connected = world !== "dead" && world !== "pins";
  return snapshotOfMachine(os, {
    routes: [...usualRows(os, connected), ...Array.from({ length: size }, (_, index) => filling(world, os, index))],
    interfaces: [
      card(names.physical, [HERE.address]),
      ...(connected ? [tunnel(names.tunnel, [TUNNEL_ADDRESS, TUNNEL_ADDRESS_INET6])] : []),
    ],
    processes: connected ? [running(`openconnect ${SERVER}`)] : [],
    tunnelOwners: connected ? [{ interface: names.tunnel, pid: 4711 }] : [],
    sockets: connected ? [CONNECTION] : [],
  });
}

function usualRows(os: OperatingSystem, connected: boolean): Route[] {
  const { physical, loopback } = NAMES[os];
  const linux = os === "linux";
  const router = { gateway: HERE.router, interface: physical };
  return [
    row(os, { destination: "0.0.0.0/0", ...router, protocol: linux ? "dhcp" : null, metric: linux ? 600 : null }),
    row(os, { destination: HERE.network, interface: physical, protocol: linux ? "kernel" : null }),
    // Only on macOS are the rows of the loopback interface in the same table; there a table without them is a cut one.
    ...(linux ? [] : [row(os, { destination: "127.0.0.1/32", gateway: "127.0.0.1", interface: loopback })]),
    ...(linux ? [] : [row(os, { family: "inet6", destination: "::1/128", gateway: "::1", interface: loopback })]),
    ...(connected ? [row(os, { destination: `${SERVER}/32`, ...router })] : []),
  ];
}

function filling(world: World, os: OperatingSystem, index: number): Route {
  return rowOf(world === "mixed" ? kindAt(index % 100) : world, os, index);
}

function kindAt(place: number): Kind {
  let end = 0;
  for (const [kind, share] of MIXTURE) {
    end += share;
    if (place < end) return kind;
  }
  return "tunnel";
}

function rowOf(kind: Kind, os: OperatingSystem, index: number): Route {
  const { physical, tunnel: through } = NAMES[os];
  const protocol = os === "linux" ? "static" : null;
  switch (kind) {
    case "tunnel":
      return row(os, { destination: inetNetwork(20, index), interface: through });
    case "static":
      return row(os, { destination: inetNetwork(40, index), gateway: HERE.router, interface: physical, protocol });
    case "dead":
      return row(os, { destination: inetNetwork(60, index), gateway: LEFT.router, interface: physical, protocol });
    case "pins":
      return row(os, { destination: inetHost(80, index), gateway: LEFT.router, interface: physical });
    case "inet6":
      return row(os, { family: "inet6", destination: inet6Network(index), interface: through, scope: null });
  }
}

/** Every 16 addresses one network of 28 bits, from `first`.0.0.0 on: more than a million of them end below `first` + 2. */
function inetNetwork(first: number, index: number): string {
  return `${inetAddress(first, index)}/28`;
}

function inetHost(first: number, index: number): string {
  return `${inetAddress(first, index)}/32`;
}

function inetAddress(first: number, index: number): string {
  const low = index * 16;
  return [
    first + Math.floor(low / 2 ** 24),
    Math.floor(low / 2 ** 16) % 256,
    Math.floor(low / 256) % 256,
    low % 256,
  ].join(".");
}

function inet6Network(index: number): string {
  const high = Math.floor(index / 0xffff) + 1;
  const low = (index % 0xffff) + 1;
  return `2a01:${high.toString(16)}:${low.toString(16)}::/48`;
}
