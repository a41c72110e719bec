import { recogniseClients } from "../clients/recognise.ts";
import type { VpnClient } from "../clients/vpn-client.ts";
import type { History } from "../history/history.ts";
import type { Family } from "../network/address.ts";
import { dialUpUse, isDialUpName } from "../network/dial-up.ts";
import { forwardingOf } from "../network/forwarding.ts";
import type { Forwarding } from "../network/forwarding.ts";
import { prefixTable } from "../network/prefix-table.ts";
import type { PrefixTable } from "../network/prefix-table.ts";
import { destinationOf } from "../network/route-prefix.ts";
import { isLoopbackInterface, isTunnelInterface } from "../network/tunnel-names.ts";
import { presenceOf } from "../snapshot/interface-presence.ts";
import type { Presence } from "../snapshot/interface-presence.ts";
import type { Interface } from "../snapshot/interface.ts";
import { isComplete, valuesOf } from "../snapshot/part.ts";
import type { Route } from "../snapshot/route.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";

/** What every rule may ask about one snapshot, computed once. */
export interface Facts {
  readonly snapshot: Snapshot;
  readonly history: History;
  readonly clients: readonly VpnClient[];
  readonly forwarding: Forwarding;
  /** Rows of the table that ordinary traffic uses (`main`), without clones and neighbour rows, both families. */
  readonly routes: readonly Route[];
  /** The same rows, to be asked which of them contain an address. */
  readonly routesByDestination: PrefixTable<Route>;
  /** The same rows by their interface; without those that have none. */
  readonly routesByInterface: ReadonlyMap<string, readonly Route[]>;
  readonly interfaces: ReadonlyMap<string, Interface>;
  /** True when an interface that is not listed does not exist. */
  readonly interfacesComplete: boolean;
  /** Whether an interface of this name exists, as far as the list of interfaces tells. */
  presenceOf(name: string): Presence;
  /** True when a process that is not listed does not run. */
  readonly processesComplete: boolean;
  isTunnel(name: string): boolean;
  /** Neither tunnel nor loopback: a network card, a bridge, a phone's tether. */
  isPhysical(name: string): boolean;
}

const collected = new WeakMap<
  Snapshot,
  { readonly facts: Omit<Facts, "history">; readonly by: WeakMap<History, Facts> }
>();

/**
 * The facts of a snapshot, in the light of what is remembered. Collected once for each snapshot, which never changes;
 * asked again with the same history, the very same facts are given, with all that was worked out from them.
 */
export function factsOf(snapshot: Snapshot, history: History): Facts {
  const known = collected.get(snapshot) ?? { facts: collect(snapshot), by: new WeakMap<History, Facts>() };
  collected.set(snapshot, known);
  const facts = known.by.get(history) ?? { ...known.facts, history };
  known.by.set(history, facts);
  return facts;
}

function collect(snapshot: Snapshot): Omit<Facts, "history"> {
  const interfaces = new Map(valuesOf(snapshot.interfaces).map((entry) => [entry.name, entry]));
  const isTunnel = perName((name) => {
    if (!isTunnelInterface(name, interfaces.get(name), snapshot.os)) return false;
    return !isDialUpName(name) || dialUpUse(name, snapshot) !== "uplink";
  });
  const routes = (["inet", "inet6"] as const).flatMap((family) => ordinaryRoutes(snapshot, family));
  return {
    snapshot,
    clients: recogniseClients(snapshot),
    forwarding: forwardingOf(snapshot),
    routes,
    routesByDestination: prefixTable(routes, destinationOf),
    routesByInterface: byInterface(routes),
    interfaces,
    interfacesComplete: isComplete(snapshot.interfaces),
    presenceOf: perName((name) => presenceOf(name, snapshot)),
    processesComplete: isComplete(snapshot.processes),
    isTunnel,
    isPhysical: (name) => !isTunnel(name) && !isLoopbackInterface(name),
  };
}

/** Works out each name once: a table asks for the same few names in every row. */
function perName<Answer>(workOut: (name: string) => Answer): (name: string) => Answer {
  const answers = new Map<string, Answer>();
  return (name) => {
    const known = answers.get(name);
    if (known !== undefined) return known;
    const answer = workOut(name);
    answers.set(name, answer);
    return answer;
  };
}

function byInterface(routes: readonly Route[]): Map<string, Route[]> {
  const byName = new Map<string, Route[]>();
  for (const route of routes) {
    if (route.interface === null) continue;
    const rows = byName.get(route.interface);
    if (rows === undefined) byName.set(route.interface, [route]);
    else rows.push(route);
  }
  return byName;
}

// Clones (W) vanish with their parent and neighbour rows (L) belong to the link layer: neither is ever judged
// (macos-facts §13.2). Foreign tables (Tailscale 52, wg-quick) belong to their owners.
function ordinaryRoutes(snapshot: Snapshot, family: Family): Route[] {
  return valuesOf(snapshot.routes[family]).filter(
    (route) => route.table === "main" && !route.flags.includes("W") && !route.flags.includes("L"),
  );
}
