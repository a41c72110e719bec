import type { VpnClient } from "../clients/vpn-client.ts";
import { factsOf } from "../health/facts.ts";
import type { Facts } from "../health/facts.ts";
import { parseAddress } from "../network/address.ts";
import { isLinkLocalAddress } from "../network/special-prefixes.ts";
import type { Interface, InterfaceAddress } from "../snapshot/interface.ts";
import { isComplete, valuesOf } from "../snapshot/part.ts";
import type { Part } from "../snapshot/part.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { EMPTY_HISTORY } from "./history.ts";
import { networkChanges } from "./compare-network.ts";
import { routeChanges, tunnelChanges } from "./compare-routes.ts";
import type { NetworkChange, NetworkChangeCode } from "./network-change.ts";

/**
 * Names what changed from one snapshot to the next, in a fixed order. Only what both sides tell is compared: an entry
 * is new only if the complete list before lacked it, and gone only if the complete list after lacks it. Routes are
 * named where they matter to a VPN: those of a tunnel that stayed, and gateway pins.
 */
export function compareSnapshots(before: Snapshot, after: Snapshot): NetworkChange[] {
  return compareFacts(factsOf(before, EMPTY_HISTORY), factsOf(after, EMPTY_HISTORY));
}

/** {@link compareSnapshots} for snapshots whose facts are known already. */
export function compareFacts(old: Facts, now: Facts): NetworkChange[] {
  const tunnels = tunnelChanges(old, now);
  return [
    ...networkChanges(old, now),
    ...interfaceChanges(old.snapshot, now.snapshot),
    ...tunnels,
    ...clientChanges(old, now),
    ...routeChanges(old, now, new Set(tunnels.map((change) => String(change.args["interface"])))),
    ...resolverChanges(old.snapshot, now.snapshot),
  ];
}

/** Entries of two lists by a key: those only in the second, those only in the first, as far as the lists are complete. */
function difference<Entry>(
  before: Part<readonly Entry[]>,
  after: Part<readonly Entry[]>,
  keyOf: (entry: Entry) => string,
): { added: Entry[]; removed: Entry[] } {
  const lacks = (part: Part<readonly Entry[]>) => {
    const keys = new Set(valuesOf(part).map(keyOf));
    return (entry: Entry) => isComplete(part) && !keys.has(keyOf(entry));
  };
  return { added: valuesOf(after).filter(lacks(before)), removed: valuesOf(before).filter(lacks(after)) };
}

function interfaceChanges(before: Snapshot, after: Snapshot): NetworkChange[] {
  const { added, removed } = difference(before.interfaces, after.interfaces, (entry) => entry.name);
  const known = new Map(valuesOf(before.interfaces).map((entry) => [entry.name, entry]));
  const stayed = valuesOf(after.interfaces).flatMap((entry) => {
    const old = known.get(entry.name);
    return old === undefined
      ? []
      : changesOfOne(old, entry, isComplete(before.interfaces), isComplete(after.interfaces));
  });
  return [
    ...removed.map((entry) => interfaceChange("interface-removed", entry)),
    ...added.flatMap((entry) => [
      interfaceChange("interface-added", entry),
      ...namedAddresses(entry).map((address) => addressChange("address-added", entry, address)),
    ]),
    ...stayed,
  ];
}

function changesOfOne(old: Interface, now: Interface, oldComplete: boolean, nowComplete: boolean): NetworkChange[] {
  const had = new Set(old.addresses.map(addressText));
  const has = new Set(now.addresses.map(addressText));
  const gone = nowComplete ? namedAddresses(old).filter((address) => !has.has(addressText(address))) : [];
  const come = oldComplete ? namedAddresses(now).filter((address) => !had.has(addressText(address))) : [];
  const turned =
    isRunning(old) === isRunning(now) ? [] : ([isRunning(now) ? "interface-up" : "interface-down"] as const);
  return [
    ...turned.map((code) => interfaceChange(code, now)),
    ...gone.map((address) => addressChange("address-removed", now, address)),
    ...come.map((address) => addressChange("address-added", now, address)),
  ];
}

/** Up, and not known to lack a carrier. */
export function isRunning(entry: Interface): boolean {
  return entry.up && entry.carrier !== false;
}

/** Addresses that people know; every interface that goes up gets itself a link-local one. */
export function namedAddresses(entry: Interface): InterfaceAddress[] {
  return entry.addresses.filter(({ address }) => {
    const parsed = parseAddress(address);
    return parsed !== null && !isLinkLocalAddress(parsed);
  });
}

function clientChanges(old: Facts, now: Facts): NetworkChange[] {
  const { added, removed } = difference(clientsOf(old), clientsOf(now), clientKey);
  return [
    ...removed.map((client) => clientChange("client-ended", client)),
    ...added.map((client) => clientChange("client-started", client)),
  ];
}

function clientKey(client: VpnClient): string {
  return `${client.kind} ${client.pid ?? ""} ${client.startedAt ?? ""}`;
}

function clientsOf(facts: Facts): Part<readonly VpnClient[]> {
  const alive = facts.clients.filter((client) => client.alive && client.pid !== null);
  return { observed: true, value: alive, partial: !facts.processesComplete };
}

function resolverChanges(before: Snapshot, after: Snapshot): NetworkChange[] {
  if (!before.resolvers.observed || !after.resolvers.observed) return [];
  const oldServers = serversOf(before);
  const servers = serversOf(after);
  if (servers.join(" ") === oldServers.join(" ")) return [];
  return [{ code: "resolver-changed", args: { servers, oldServers } }];
}

/** Addresses of all name servers, each once, in the order of the system. */
export function serversOf(snapshot: Snapshot): string[] {
  return [...new Set(valuesOf(snapshot.resolvers).flatMap((resolver) => resolver.servers))];
}

function interfaceChange(code: NetworkChangeCode, entry: Interface): NetworkChange {
  return { code, args: { interface: entry.name } };
}

function addressChange(code: NetworkChangeCode, entry: Interface, address: InterfaceAddress): NetworkChange {
  return { code, args: { interface: entry.name, address: addressText(address) } };
}

function clientChange(code: NetworkChangeCode, client: VpnClient): NetworkChange {
  return { code, args: { client: client.kind, pid: client.pid ?? 0 } };
}

/** An own address as CIDR text. */
export function addressText(address: InterfaceAddress): string {
  return `${address.address}/${address.prefixLength}`;
}
