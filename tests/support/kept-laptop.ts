import { factsOf } from "../../shared/health/facts.ts";
import { EMPTY_HISTORY } from "../../shared/history/history.ts";
import { advance, withFailedAction } from "../../shared/keep-alive/advance.ts";
import type { Verdict } from "../../shared/keep-alive/advance.ts";
import type { KeepAliveLook } from "../../shared/keep-alive/look.ts";
import { NOTHING_KEPT } from "../../shared/keep-alive/memory.ts";
import type { Memory } from "../../shared/keep-alive/memory.ts";
import type { Connectivity } from "../../shared/snapshot/snapshot.ts";
import type { Process, Socket } from "../../shared/snapshot/process.ts";
import type { Route } from "../../shared/snapshot/route.ts";
import { linuxRoute } from "./example-route.ts";
import { intoTun } from "./machine-rows.ts";
import { card, KERNEL_RULES, running, snapshotOfMachine, tunnel } from "./machine.ts";

/** A Wi-Fi network that the laptop can be in; no router while DHCP has not answered. */
export interface Network {
  readonly prefix: string;
  readonly own: string;
  readonly router: string | null;
}

export const HOME: Network = { prefix: "198.51.100.0/28", own: "198.51.100.2", router: "198.51.100.1" };
export const HOTSPOT: Network = { prefix: "198.51.100.128/28", own: "198.51.100.130", router: "198.51.100.129" };
export const SERVER = "203.0.113.9";

/** What of the laptop a story changes. */
export interface Laptop {
  /** Null while the laptop has no address at all. */
  readonly network: Network | null;
  /** Next hop of the gateway pin; null when it is lost. */
  readonly pin: string | null;
  /** The client's TCP connection; null when it has none. */
  readonly socket: { readonly from: string; readonly port: number; readonly state: string } | null;
  /** Processes that the client has started. */
  readonly children: readonly number[];
  /** Whether the client runs. */
  readonly alive: boolean;
  /** Packets that came out of the tunnel. */
  readonly received: number;
  readonly portal: boolean;
  /** Program and arguments of the client. */
  readonly command: string;
  readonly moreRoutes: readonly Route[];
  readonly moreProcesses: readonly Process[];
}

const AT_HOME: Laptop = {
  network: HOME,
  pin: HOME.router,
  socket: { from: HOME.own, port: 40_000, state: "established" },
  children: [],
  alive: true,
  received: 100,
  portal: false,
  command: `openconnect ${SERVER}`,
  moreRoutes: [],
  moreProcesses: [],
};

/** A laptop that is kept alive, as a story goes on: what changes, and what keep-alive does then. */
export function keptLaptop(start: Partial<Laptop> = {}) {
  let laptop: Laptop = { ...AT_HOME, ...start };
  let memory: Memory = NOTHING_KEPT;
  let now = 1_000;
  let last: KeepAliveLook | null = null;
  const look = (since = now): Verdict => {
    last = { ...lookAt(laptop), since, now };
    const verdict = advance(memory, last);
    memory = verdict.memory;
    return verdict;
  };
  return {
    look,
    /** So many milliseconds pass, something changes, and it is looked at `late` milliseconds later. */
    after(milliseconds: number, change: Partial<Laptop> = {}, late = 0): Verdict {
      now += milliseconds;
      const since = now;
      laptop = { ...laptop, ...change };
      now += late;
      return look(since);
    },
    /** The last action did not work. */
    actionFails() {
      if (last !== null) memory = withFailedAction(memory, [CLIENT], last);
    },
  };
}

/** The process id of the client. */
export const CLIENT = 4711;

function lookAt(laptop: Laptop): Pick<KeepAliveLook, "facts" | "received"> {
  const snapshot = snapshotOfMachine("linux", {
    interfaces: [
      card("lo", ["127.0.0.1/8"], { loopback: true }),
      card("wlan0", laptop.network === null ? [] : [`${laptop.network.own}/28`]),
      ...(laptop.alive ? [tunnel("tun0", ["10.99.0.2/32"])] : []),
    ],
    routes: routesOf(laptop),
    rules: KERNEL_RULES,
    processes: [...(laptop.alive ? [clientOf(laptop)] : []), ...laptop.moreProcesses],
    tunnelOwners: laptop.alive ? [{ interface: "tun0", pid: CLIENT }] : [],
    sockets: laptop.socket === null || !laptop.alive ? [] : [socketOf(laptop.socket)],
    connectivity: laptop.portal ? [PORTAL] : [],
  });
  return { facts: factsOf(snapshot, EMPTY_HISTORY), received: new Map([["tun0", laptop.received]]) };
}

const PORTAL: Connectivity = { state: "portal", origin: "network-manager", interface: null };

function clientOf({ command, children }: Laptop): Process {
  return running(command, { pid: CLIENT, children: [...children] });
}

function socketOf({ from, port, state }: NonNullable<Laptop["socket"]>): Socket {
  const ends = { localAddress: from, localPort: port, remoteAddress: SERVER, remotePort: 443 };
  return { pid: CLIENT, transport: "tcp", state, ...ends };
}

function routesOf({ network, pin, alive, moreRoutes }: Laptop): Route[] {
  const connected = { gateway: "link", host: false, protocol: "kernel", scope: "link" } as const;
  return [
    ...(network === null ? [] : [linuxRoute({ destination: network.prefix, source: network.own, ...connected })]),
    ...(network?.router == null
      ? []
      : [linuxRoute({ destination: "0.0.0.0/0", gateway: network.router, host: false })]),
    ...(pin === null ? [] : [linuxRoute({ destination: `${SERVER}/32`, gateway: pin })]),
    ...(alive ? [intoTun("10.80.0.0/20"), intoTun("203.0.113.0/24")] : []),
    ...moreRoutes,
  ];
}
