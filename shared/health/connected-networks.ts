import { addressBits, parseAddress } from "../network/address.ts";
import type { Address, Family } from "../network/address.ts";
import { prefixTable } from "../network/prefix-table.ts";
import { formatPrefix, hostPrefix, isHostPrefix, prefixContains, prefixOf } from "../network/prefix.ts";
import type { Prefix } from "../network/prefix.ts";
import { destinationOf, isDefault } from "../network/route-prefix.ts";
import { isLinkLocalAddress } from "../network/special-prefixes.ts";
import { LINK } from "../snapshot/route.ts";
import type { Facts } from "./facts.ts";
import { oncePerKey } from "./once-per-facts.ts";
import { isComplete, valuesOf } from "../snapshot/part.ts";

/** What is directly reachable over one interface. */
export interface ConnectedNetworks {
  readonly prefixes: readonly Prefix[];
  /** Whether the address lies in one of them. */
  includes(address: Address): boolean;
  /** Whether at least one whole network is known, so that "not in any of them" says something. */
  readonly networkKnown: boolean;
  /** The first of the whole networks by their texts, in CIDR form, without link-local ones: to be named as evidence. */
  readonly named: readonly string[];
}

/** More networks than anybody reads; a laptop has one or two. */
const MOST_NAMED = 16;

/**
 * All proofs that something is on-link on an interface: its own addresses and peers, connected rows, and neighbour
 * entries (captures README, "When is a route stale": one proof is enough).
 */
export function connectedNetworks(facts: Facts, interfaceName: string, family: Family): ConnectedNetworks {
  return (family === "inet" ? inetNetworks : inet6Networks)(facts, interfaceName);
}

const inetNetworks = oncePerKey((facts, name: string) => collectNetworks(facts, name, "inet"));
const inet6Networks = oncePerKey((facts, name: string) => collectNetworks(facts, name, "inet6"));

function collectNetworks(facts: Facts, interfaceName: string, family: Family): ConnectedNetworks {
  const fromAddresses = addressNetworks(facts, interfaceName, family);
  const fromRows = connectedRows(facts, interfaceName, family);
  // A pasted part of a table shows some networks of an interface, never that there are no others (capture 219).
  const networkInTable =
    isComplete(facts.snapshot.routes[family]) &&
    fromRows.some((prefix) => !isHostPrefix(prefix) && !isLinkLocalAddress(prefix));
  const addressesKnown = facts.interfacesComplete && facts.interfaces.has(interfaceName);
  const prefixes = [...fromAddresses, ...fromRows, ...neighbourHosts(facts, interfaceName, family)];
  const table = prefixTable(prefixes, (prefix) => prefix);
  return {
    prefixes,
    includes: (address) => table.matches(address).some((prefix) => prefixContains(prefix, address)),
    networkKnown: addressesKnown || networkInTable,
    named: namesOf(prefixes),
  };
}

function namesOf(prefixes: readonly Prefix[]): string[] {
  const whole = prefixes.filter((prefix) => !isHostPrefix(prefix) && !isLinkLocalAddress(prefix));
  return [...new Set(whole.map(formatPrefix))].toSorted().slice(0, MOST_NAMED);
}

function addressNetworks(facts: Facts, interfaceName: string, family: Family): Prefix[] {
  const own = facts.interfaces.get(interfaceName)?.addresses ?? [];
  return own
    .filter((entry) => entry.family === family)
    .flatMap((entry) => [
      ...networkOf(entry.address, entry.prefixLength),
      ...(entry.peer === null ? [] : networkOf(entry.peer, addressBits(family))),
    ]);
}

function networkOf(address: string, length: number): Prefix[] {
  const parsed = parseAddress(address);
  return parsed === null ? [] : [prefixOf(parsed, length)];
}

function connectedRows(facts: Facts, interfaceName: string, family: Family): Prefix[] {
  return (facts.routesByInterface.get(interfaceName) ?? [])
    .filter((route) => route.family === family && route.gateway === LINK && route.type === "unicast")
    .filter((route) => !isDefault(route))
    .map(destinationOf);
}

// Darwin drops ARP entries with the address they belong to, so one that is there proves the link (macos-facts §2.2).
// Linux keeps them when the address changes under a live link: there only a permanent entry proves anything.
function neighbourHosts(facts: Facts, interfaceName: string, family: Family): Prefix[] {
  const proving = facts.snapshot.os === "darwin" ? new Set(["reachable", "permanent"]) : new Set(["permanent"]);
  return valuesOf(facts.snapshot.neighbours)
    .filter((entry) => entry.interface === interfaceName && proving.has(entry.state))
    .flatMap((entry) => {
      const address = parseAddress(entry.address);
      return address === null || address.family !== family ? [] : [hostPrefix(address)];
    });
}
