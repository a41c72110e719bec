import type { Neighbour } from "../../shared/snapshot/interface.ts";
import type { Route } from "../../shared/snapshot/route.ts";
import type { OperatingSystem, Snapshot } from "../../shared/snapshot/snapshot.ts";
import { darwinRoute, linuxRoute } from "./example-route.ts";
import { intoTun, intoUtun } from "./machine-rows.ts";
import { card, running, snapshotOfMachine, tunnel } from "./machine.ts";
import type { Machine } from "./machine.ts";

/** One of the many networks 192.168.1.0/24. */
export interface Place {
  /** Last number of the router's address. */
  readonly router: number;
  readonly routerLinkAddress: string | null;
  /** Last number of the laptop's address. */
  readonly own: number;
}

export const CAFE: Place = { router: 254, routerLinkAddress: "02:00:00:00:00:aa", own: 23 };
export const HOME: Place = { router: 1, routerLinkAddress: "02:00:00:00:00:bb", own: 40 };

const SERVER = "203.0.113.9";

/** The client of all these laptops, and what else it needs to be seen to live. */
const OPENCONNECT = running(`openconnect ${SERVER}`);

const cardOf = { darwin: "en0", linux: "wlan0" } as const;
const tunnelOf = { darwin: "utun6", linux: "tun0" } as const;

/** The pin that the client made in the café. */
export function cafePin(os: OperatingSystem, changes: Partial<Route> = {}): Route {
  const pin = { destination: `${SERVER}/32`, gateway: "192.168.1.254", interface: cardOf[os], ...changes };
  return os === "darwin" ? darwinRoute(pin) : linuxRoute(pin);
}

/** What the system keeps for the network, default and connected row. */
export function rowsAt(os: OperatingSystem, { router }: Place): Route[] {
  const base = { interface: cardOf[os], host: false };
  if (os === "darwin")
    return [
      darwinRoute({
        ...base,
        destination: "0.0.0.0/0",
        gateway: `192.168.1.${router}`,
        flags: ["U", "G", "S", "c", "g"],
      }),
      darwinRoute({ ...base, destination: "192.168.1.0/24", gateway: "link", flags: ["U", "C", "S"] }),
    ];
  return [
    linuxRoute({ ...base, destination: "0.0.0.0/0", gateway: `192.168.1.${router}`, protocol: "dhcp", metric: 600 }),
    linuxRoute({ ...base, destination: "192.168.1.0/24", gateway: "link", protocol: "kernel", scope: "link" }),
  ];
}

/** An entry of the neighbour table of the laptop's card. */
export function neighbour(
  os: OperatingSystem,
  last: number,
  linkAddress: string | null,
  state = "reachable",
): Neighbour {
  return { address: `192.168.1.${last}`, interface: cardOf[os], linkAddress, state, router: false };
}

/** The laptop at a place, with the café's pin in its table; `machine` is taken in the place of what it names. */
export function laptopAt(os: OperatingSystem, place: Place, machine: Machine = {}): Snapshot {
  const { router, routerLinkAddress, own } = place;
  return snapshotOfMachine(os, {
    interfaces: [card(cardOf[os], [`192.168.1.${own}/24`])],
    routes: [...rowsAt(os, place), cafePin(os)],
    neighbours: routerLinkAddress === null ? [] : [neighbour(os, router, routerLinkAddress)],
    ...machine,
  });
}

/** The same while the client lives and has its tunnel, which takes the server's network, too. */
export function sessionAt(os: OperatingSystem, place: Place, machine: Machine = {}): Snapshot {
  const into = os === "darwin" ? intoUtun : intoTun;
  const tunnelCard = tunnel(tunnelOf[os], ["10.80.0.2/32"]);
  return laptopAt(os, place, {
    interfaces: [card(cardOf[os], [`192.168.1.${place.own}/24`]), tunnelCard],
    routes: [...rowsAt(os, place), cafePin(os), into("10.80.0.0/20"), into("203.0.113.0/24")],
    processes: [OPENCONNECT],
    tunnelOwners: [{ interface: tunnelOf[os], pid: OPENCONNECT.pid }],
    sockets: [
      {
        pid: OPENCONNECT.pid,
        transport: "tcp",
        localAddress: `192.168.1.${place.own}`,
        remoteAddress: SERVER,
        localPort: null,
        remotePort: 443,
        state: "established",
      },
    ],
    ...machine,
  });
}

/** Every part of the neighbour table that names this address is as given. */
export function withNeighbour(snapshot: Snapshot, entry: Neighbour): Snapshot {
  if (!snapshot.neighbours.observed) return snapshot;
  const others = snapshot.neighbours.value.filter(({ address }) => address !== entry.address);
  return { ...snapshot, neighbours: { ...snapshot.neighbours, value: [...others, entry] } };
}
