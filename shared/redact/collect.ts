import type { Address } from "../network/address.ts";
import type { Prefix } from "../network/prefix.ts";
import { isKeptLinkAddress, solicitedBits } from "./link-addresses.ts";
import type { NameKind, Pseudonyms } from "./pseudonyms.ts";
import { embeddedAddress, isKeptAddress, solicitedNodeOf } from "./special-addresses.ts";

/** Every value of a capture that is to be replaced. */
export interface Collected {
  readonly hosts: { readonly inet: Set<bigint>; readonly inet6: Set<bigint> };
  readonly networks: Prefix[];
  /** Canonical text. */
  readonly linkAddresses: Set<string>;
  /** Last 24 bits that solicited-node groups name. */
  readonly solicited: Set<bigint>;
  /** Kinds by name in lower case, in the order in which they were met. */
  readonly names: Map<string, Set<NameKind>>;
  readonly identifiers: Set<string>;
  readonly interfaces: ReadonlySet<string>;
}

/** Nothing collected yet, of a capture with these interfaces. */
export function nothingCollected(interfaces: ReadonlySet<string>): Collected {
  return {
    hosts: { inet: new Set(), inet6: new Set() },
    networks: [],
    linkAddresses: new Set(),
    solicited: new Set(),
    names: new Map(),
    identifiers: new Set(),
    interfaces,
  };
}

/** Pseudonyms that replace nothing and note what they are asked for: a text is read as it will be when it is redacted. */
export function collectingInto(collected: Collected): Pseudonyms {
  return {
    address: (address) => {
      collectAddress(address, collected);
      return address;
    },
    prefix: (prefix) => {
      collected.networks.push(prefix);
      return prefix;
    },
    linkAddress: (text) => {
      const bits = solicitedBits(text);
      if (bits !== null) collected.solicited.add(bits);
      else if (!isKeptLinkAddress(text)) collected.linkAddresses.add(text);
      return text;
    },
    name: (kind, text) => {
      const key = text.toLowerCase();
      collected.names.set(key, (collected.names.get(key) ?? new Set<NameKind>()).add(kind));
      return text;
    },
    known: () => null,
    identifier: (text) => {
      collected.identifiers.add(text);
      return text;
    },
    leftOut: () => "",
    isInterface: (word) => collected.interfaces.has(word),
  };
}

function collectAddress(address: Address, collected: Collected): void {
  const solicited = solicitedNodeOf(address);
  const embedded = embeddedAddress(address);
  if (solicited !== null) collected.solicited.add(solicited);
  else if (isKeptAddress(address)) return;
  else if (embedded === null) collected.hosts[address.family].add(address.value);
  else collectAddress(embedded, collected);
}
