import type { Interface, Neighbour, Rule } from "../../shared/snapshot/interface.ts";
import type { Process, Socket, TunnelOwner } from "../../shared/snapshot/process.ts";
import type { Resolver, StateFile } from "../../shared/snapshot/resolver.ts";
import { observed } from "../../shared/snapshot/part.ts";
import type { Route } from "../../shared/snapshot/route.ts";
import type {
  ClientLog,
  Connectivity,
  OperatingSystem,
  RouterHint,
  ScriptMark,
  Snapshot,
} from "../../shared/snapshot/snapshot.ts";

/** The lists of a machine; what a test does not name is observed and empty. */
export interface Machine {
  readonly routes?: readonly Route[];
  readonly interfaces?: readonly Interface[];
  readonly processes?: readonly Process[];
  readonly tunnelOwners?: readonly TunnelOwner[];
  readonly sockets?: readonly Socket[];
  readonly rules?: readonly Rule[];
  readonly neighbours?: readonly Neighbour[];
  readonly resolvers?: readonly Resolver[];
  readonly stateFiles?: readonly StateFile[];
  readonly routerHints?: readonly RouterHint[];
  readonly clientLogs?: readonly ClientLog[];
  readonly connectivity?: readonly Connectivity[];
  readonly scriptMarks?: readonly ScriptMark[];
}

/** A snapshot of a machine of which everything was observed. Rows are told apart by their family. */
export function snapshotOfMachine(os: OperatingSystem, machine: Machine): Snapshot {
  const routes = machine.routes ?? [];
  const part = <Value>(values: readonly Value[] | undefined) => observed([...(values ?? [])]);
  return {
    schema: 1,
    os,
    osVersion: null,
    takenAt: null,
    routes: {
      inet: observed(routes.filter(({ family }) => family === "inet")),
      inet6: observed(routes.filter(({ family }) => family === "inet6")),
    },
    interfaces: part(machine.interfaces),
    neighbours: part(machine.neighbours),
    rules: part(machine.rules),
    resolvers: part(machine.resolvers),
    processes: part(machine.processes),
    tunnelOwners: part(machine.tunnelOwners),
    sockets: part(machine.sockets),
    stateFiles: part(machine.stateFiles),
    routerHints: part(machine.routerHints),
    clientLogs: part(machine.clientLogs),
    connectivity: part(machine.connectivity),
    scriptMarks: part(machine.scriptMarks),
  };
}

/** A network card that is up and connected, with its addresses as CIDR text. */
export function card(name: string, addresses: readonly string[], changes: Partial<Interface> = {}): Interface {
  return {
    name,
    index: null,
    up: true,
    carrier: true,
    loopback: false,
    pointToPoint: false,
    kind: null,
    persistent: null,
    mtu: 1500,
    linkAddress: "a2:1d:47:c0:3b:9e",
    addresses: addresses.map((text) => {
      const [address = "", length = ""] = text.split("/");
      return { family: address.includes(":") ? "inet6" : "inet", address, prefixLength: Number(length), peer: null };
    }),
    ...changes,
  };
}

/** A tunnel interface that is up; on Linux a tun device whose program has it open. */
export function tunnel(name: string, addresses: readonly string[], changes: Partial<Interface> = {}): Interface {
  const isUtun = name.startsWith("utun");
  const linux = isUtun ? { carrier: null } : { kind: "tun", persistent: false };
  return card(name, addresses, { pointToPoint: true, mtu: 1390, linkAddress: null, ...linux, ...changes });
}

/** A running process with its command line split at blanks, as `ps` gives it. */
export function running(command: string, changes: Partial<Process> = {}): Process {
  return {
    pid: 4711,
    parentPid: 1,
    user: "root",
    startedAt: "Mon Aug 18 09:12:44 2025",
    arguments: command.split(" "),
    executable: null,
    children: null,
    ...changes,
  };
}

/** The rules of a Linux kernel as it starts, for IPv4. */
export const KERNEL_RULES: readonly Rule[] = [
  rule(0, { table: "local" }),
  rule(32_766, { table: "main" }),
  rule(32_767, { table: "default" }),
];

/** A policy rule for all IPv4 packets. */
export function rule(priority: number, changes: Partial<Rule> = {}): Rule {
  return {
    family: "inet",
    priority,
    source: "all",
    destination: null,
    table: null,
    action: null,
    gotoPriority: null,
    firewallMark: null,
    firewallMask: null,
    negated: false,
    suppressPrefixLength: null,
    inputInterface: null,
    outputInterface: null,
    ...changes,
  };
}
