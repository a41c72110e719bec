import { clientKind } from "../clients/client-kinds.ts";
import type { VpnClient } from "../clients/vpn-client.ts";
import type { Facts } from "../health/facts.ts";
import { isProcessGone } from "../health/vpn-script-writers.ts";
import { valuesOf } from "../snapshot/part.ts";
import type { Route } from "../snapshot/route.ts";
import type { InterfaceReport, InterfaceRole, InterfacesReport, VpnProcess } from "./interface-report.ts";
import { interfaceRole } from "./interface-role.ts";
import { startText } from "./start-text.ts";

/** The order in which people look for them: tunnels first, what is nobody's concern last. */
const ORDER: readonly InterfaceRole[] = [
  "leftover-tunnel",
  "vpn-tunnel",
  "unowned-tunnel",
  "wifi",
  "ethernet",
  "mobile",
  "network-card",
  "system-tunnel",
  "bridge",
  "guest-bridge",
  "container",
  "stand-in",
  "unknown",
  "system",
  "loopback",
];

/**
 * Every interface with what it is for and whose it is, and the VPN programs that run or left notes. Pure. `bootedAt` is
 * when the machine was started, in milliseconds since 1970, null when that is not known.
 */
export function interfacesReport(facts: Facts, bootedAt: number | null = null): InterfacesReport {
  const rows = rowsByInterface(facts);
  const names = new Set([...facts.interfaces.keys(), ...[...rows.keys()].filter((name) => isNamedInFull(facts, name))]);
  return {
    schema: 1,
    interfaces: [...names].map((name) => reportOf(facts, name, rows)).toSorted(byRole),
    interfacesComplete: facts.interfacesComplete,
    processes: [...facts.clients.map((client) => livingProcess(client, bootedAt)), ...endedProcesses(facts)],
    processesComplete: facts.processesComplete,
    processesSeen: facts.snapshot.processes.observed,
  };
}

// Old systems cut long names in the table; a row on such a name does not make another interface.
function isNamedInFull(facts: Facts, name: string): boolean {
  return facts.presenceOf(name) !== "unknown" || ![...facts.interfaces.keys()].some((known) => known.startsWith(name));
}

function rowsByInterface({ snapshot }: Facts): ReadonlyMap<string, readonly Route[]> {
  const found = new Map<string, Route[]>();
  for (const route of [...valuesOf(snapshot.routes.inet), ...valuesOf(snapshot.routes.inet6)]) {
    if (route.interface === null || !isOrdinary(route)) continue;
    const rows = found.get(route.interface);
    if (rows === undefined) found.set(route.interface, [route]);
    else rows.push(route);
  }
  return found;
}

function isOrdinary({ type, flags }: Route): boolean {
  return type === "unicast" && !flags.includes("W") && !flags.includes("L");
}

function reportOf(facts: Facts, name: string, rows: ReadonlyMap<string, readonly Route[]>): InterfaceReport {
  const known = facts.interfaces.get(name);
  const { inet, inet6 } = facts.snapshot.routes;
  const { role, certainty, holder, evidence } = interfaceRole(facts, name);
  return {
    name,
    role,
    certainty,
    up: known?.up ?? null,
    carrier: known?.carrier ?? null,
    addresses: (known?.addresses ?? []).map(({ address, prefixLength }) => `${address}/${prefixLength}`),
    routes: inet.observed || inet6.observed ? (rows.get(name)?.length ?? 0) : null,
    holder,
    evidence: [...evidence],
  };
}

function byRole(a: InterfaceReport, b: InterfaceReport): number {
  return ORDER.indexOf(a.role) - ORDER.indexOf(b.role) || a.name.localeCompare(b.name, "en", { numeric: true });
}

function livingProcess(client: VpnClient, bootedAt: number | null): VpnProcess {
  const { kind, pid, alive, startedAt, interface: tunnel, server, serverAddresses } = client;
  return {
    client: kind,
    pid,
    alive,
    since: startText(startedAt, bootedAt),
    tunnel,
    server: serverAddresses[0] ?? server,
    service: clientKind(kind)?.service ?? false,
  };
}

// Notes of vpnc-script carry the process id of the client that it worked for (openconnect-facts §2.1).
function endedProcesses(facts: Facts): VpnProcess[] {
  const pids = valuesOf(facts.snapshot.stateFiles).flatMap(({ pid }) => (pid === null ? [] : [pid]));
  const gone = [...new Set(pids)].filter((pid) => isProcessGone(facts, pid)).toSorted((a, b) => a - b);
  return gone.map((pid) => ({
    client: "openconnect",
    pid,
    alive: false,
    since: null,
    tunnel: null,
    server: null,
    service: false,
  }));
}
