import { addressBits } from "../network/address.ts";
import type { Address } from "../network/address.ts";
import { prefixOf } from "../network/prefix.ts";
import type { Prefix } from "../network/prefix.ts";
import { addressPseudonyms } from "./address-pseudonyms.ts";
import type { AddressPseudonyms } from "./address-pseudonyms.ts";
import type { Collected } from "./collect.ts";
import { identifierOf, isKeptLinkAddress, solicitedBits, solicitedLinkAddress } from "./link-addresses.ts";
import { namePseudonyms } from "./names.ts";
import type { Pseudonyms } from "./pseudonyms.ts";
import { drawFrom } from "./seed.ts";
import type { Draw, RedactionSeed } from "./seed.ts";
import { embeddedAddress, solicitedNodeOf } from "./special-addresses.ts";

/** Stands for a word that may be anything. No parser takes it for a row, a prompt, or dots that stand for more. */
const LEFT_OUT = "xxx";

/** Networks that end where a number of a dotted address does. */
const USUAL_LENGTHS = [16, 24];
const LAST_24 = 0xff_ffffn;

/** Draws a pseudonym for everything that was collected. `onLeftOut` is told of each word that is left out. */
export function assignPseudonyms(collected: Collected, seed: RedactionSeed, onLeftOut: () => void): Pseudonyms {
  const networks = [...collected.networks, ...usualNetworks(collected.hosts.inet)];
  const addresses = addressPseudonyms({ ...collected, networks }, seed);
  const groups = groupBits(collected, addresses, drawFrom(seed, "groups"));
  const names = namePseudonyms(collected.names);
  const identifiers = numbered(collected.identifiers);
  return {
    address: (address) => {
      const solicited = solicitedNodeOf(address);
      if (solicited === null) return replacedAddress(address, addresses);
      return { ...address, value: address.value - solicited + (groups.get(solicited) ?? 0n) };
    },
    prefix: (prefix) => replacedPrefix(prefix, addresses),
    linkAddress: (text) => {
      const solicited = solicitedBits(text);
      if (solicited !== null) return solicitedLinkAddress(groups.get(solicited) ?? 0n);
      return isKeptLinkAddress(text) ? text : addresses.linkAddress(text);
    },
    name: (_, text) => names.get(text.toLowerCase()) ?? text,
    known: (word) => names.get(word.toLowerCase()) ?? null,
    identifier: (text) => identifiers.get(text) ?? text,
    leftOut: () => {
      onLeftOut();
      return LEFT_OUT;
    },
    isInterface: (word) => collected.interfaces.has(word),
  };
}

// Of an address that ends like a network's own or its broadcast address the network may be named nowhere.
function usualNetworks(hosts: ReadonlySet<bigint>): Prefix[] {
  return [...hosts].flatMap((value) =>
    USUAL_LENGTHS.filter((length) => isEdge(value, BigInt(32 - length))).map((length) =>
      prefixOf({ family: "inet", value, zone: null }, length),
    ),
  );
}

function isEdge(value: bigint, bits: bigint): boolean {
  const all = (1n << bits) - 1n;
  return (value & all) === 0n || (value & all) === all;
}

function replacedAddress(address: Address, addresses: AddressPseudonyms): Address {
  const { family, value } = address;
  const embedded = embeddedAddress(address);
  if (embedded === null) return { ...address, value: addresses.host(family, value) };
  return { ...address, value: value - embedded.value + addresses.host("inet", embedded.value) };
}

function replacedPrefix(prefix: Prefix, addresses: AddressPseudonyms): Prefix {
  const { family, value, length } = prefix;
  const embedded = embeddedAddress(prefix);
  const before = addressBits("inet6") - addressBits("inet");
  if (embedded === null || length <= before) return { ...prefix, value: addresses.network(family, value, length) };
  return { ...prefix, value: value - embedded.value + addresses.network("inet", embedded.value, length - before) };
}

/** What the last 24 bits of solicited-node groups become: those of the address that they are made from, where it is known. */
function groupBits(
  { solicited, hosts, linkAddresses }: Collected,
  addresses: AddressPseudonyms,
  draw: Draw,
): ReadonlyMap<bigint, bigint> {
  const values = [...hosts.inet6, ...[...linkAddresses].map(identifierOf)];
  const known = new Map(values.map((value) => [value & LAST_24, addresses.host("inet6", value) & LAST_24]));
  return new Map([...solicited].map((bits) => [bits, known.get(bits) ?? draw.bits(24)]));
}

/** Identifiers that look like what they stand for and are counted through, so that nobody takes them for real. */
function numbered(identifiers: ReadonlySet<string>): ReadonlyMap<string, string> {
  return new Map(
    [...identifiers].map((text, index) => [text, `00000000-0000-4000-8000-${String(index + 1).padStart(12, "0")}`]),
  );
}
