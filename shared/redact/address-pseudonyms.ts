import { addressBits } from "../network/address.ts";
import type { Family } from "../network/address.ts";
import { maskValue } from "../network/prefix.ts";
import type { Prefix } from "../network/prefix.ts";
import { addressTrie } from "./address-trie.ts";
import type { AddressTrie, TrieNode } from "./address-trie.ts";
import { drawMapping } from "./bit-flips.ts";
import type { BitMapping } from "./bit-flips.ts";
import { identifierOf, linkAddressOf } from "./link-addresses.ts";
import { FIXED_PREFIXES, LONGEST_OF_SPLIT_DEFAULT, isKeptAddress, isKeptPrefix } from "./special-addresses.ts";
import { drawFrom } from "./seed.ts";
import type { RedactionSeed } from "./seed.ts";

/** The addresses that a capture names, zones left out. */
export interface SeenAddresses {
  /** Values of single addresses. */
  readonly hosts: Readonly<Record<Family, ReadonlySet<bigint>>>;
  /** Networks, and the networks of the interfaces' addresses. */
  readonly networks: readonly Prefix[];
  /** Link-level addresses, canonical text. */
  readonly linkAddresses: ReadonlySet<string>;
}

/** Replaces addresses as numbers. What was not seen before is replaced, too. */
export interface AddressPseudonyms {
  host(family: Family, value: bigint): bigint;
  /** The network that stands for another: the first `length` bits count, the others are zero. */
  network(family: Family, value: bigint, length: number): bigint;
  /** Canonical text to canonical text. */
  linkAddress(text: string): string;
}

/** An IPv6 address is the number of a network and an interface identifier (RFC 4291 §2.5), each of so many bits. */
const HALF = 64;
const LOWER_HALF = (1n << 64n) - 1n;
/** Bits of an interface identifier that is made from a link-level address: U/L and group, and the `fffe` in its middle. */
const IDENTIFIER_MARKS = [
  [6, 8],
  [24, 40],
] as const;

/**
 * What replaces the addresses of a capture (see {@link drawMapping}). Special ranges and constants stay where they are. In
 * all networks of IPv6 the same identifier is replaced by the same, so that it keeps its relation to the link-level
 * address that it is made from.
 */
export function addressPseudonyms(seen: SeenAddresses, seed: RedactionSeed): AddressPseudonyms {
  const inet = drawMapping(inetTrie(seen), drawFrom(seed, "inet"));
  const upper = drawMapping(upperTrie(seen), drawFrom(seed, "inet6 networks"));
  const lower = drawMapping(lowerTrie(seen), drawFrom(seed, "inet6 identifiers"));
  const inet6: BitMapping = (value) => (upper(value >> 64n) << 64n) | lower(value & LOWER_HALF);
  const mappings = { inet, inet6 };
  return {
    host: (family, value) => (isKeptAddress({ family, value, zone: null }) ? value : mappings[family](value)),
    network: (family, value, length) =>
      isKeptPrefix({ family, value, length, zone: null }) ? value : maskValue(family, mappings[family](value), length),
    linkAddress: (text) => linkAddressOf(lower(identifierOf(text))) ?? text,
  };
}

function inetTrie({ hosts, networks }: SeenAddresses): AddressTrie {
  const trie = addressTrie(32);
  for (const value of changing("inet", hosts.inet)) trie.addOriginal(value, 32);
  for (const { value, length } of changingNetworks("inet", networks)) trie.addOriginal(value, length);
  for (const { value, length } of FIXED_PREFIXES.inet) trie.fix(value, 0, length);
  for (const { edge, from } of edgesOf("inet", hosts.inet, networks)) trie.fix(edge, from, 32);
  fixFirstBits(trie.root, LONGEST_OF_SPLIT_DEFAULT.inet);
  return trie;
}

function upperTrie({ hosts, networks }: SeenAddresses): AddressTrie {
  const trie = addressTrie(HALF);
  for (const value of changing("inet6", hosts.inet6)) trie.addOriginal(value >> 64n, HALF);
  for (const { value, length } of changingNetworks("inet6", networks)) {
    trie.addOriginal(value >> 64n, Math.min(length, HALF));
  }
  for (const { value, length } of FIXED_PREFIXES.inet6) trie.fix(value >> 64n, 0, Math.min(length, HALF));
  fixFirstBits(trie.root, LONGEST_OF_SPLIT_DEFAULT.inet6);
  return trie;
}

function lowerTrie({ hosts, networks, linkAddresses }: SeenAddresses): AddressTrie {
  const trie = addressTrie(HALF);
  const identifiers = [...changing("inet6", hosts.inet6)].map((value) => value & LOWER_HALF);
  for (const identifier of [...identifiers, ...[...linkAddresses].map(identifierOf)]) {
    trie.addOriginal(identifier, HALF);
    if (linkAddressOf(identifier) === null) continue;
    for (const [from, end] of IDENTIFIER_MARKS) trie.fix(identifier, from, end);
  }
  for (const { value, length } of changingNetworks("inet6", networks)) {
    if (length > HALF) trie.addOriginal(value & LOWER_HALF, length - HALF);
  }
  for (const { value, length } of FIXED_PREFIXES.inet6) {
    if (length > HALF) trie.fix(value & LOWER_HALF, 0, length - HALF);
  }
  for (const { edge, from } of edgesOf("inet6", hosts.inet6, networks)) {
    trie.fix(edge & LOWER_HALF, Math.max(0, from - HALF), HALF);
  }
  return trie;
}

function changing(family: Family, hosts: ReadonlySet<bigint>): bigint[] {
  return [...hosts].filter((value) => !isKeptAddress({ family, value, zone: null }));
}

function changingNetworks(family: Family, networks: readonly Prefix[]): Prefix[] {
  return networks.filter((network) => network.family === family && !isKeptPrefix(network));
}

/**
 * The first and the last address of a network, where a capture names them as addresses: the network's own and its
 * broadcast address must be that again. Their bits inside the network stay, which fixes nothing before them.
 */
function edgesOf(family: Family, hosts: ReadonlySet<bigint>, networks: readonly Prefix[]) {
  const bits = addressBits(family);
  const shortest = family === "inet" ? LONGEST_OF_SPLIT_DEFAULT.inet : HALF;
  const wide = networks.filter(
    (network) => network.family === family && network.length >= shortest && network.length < bits - 1,
  );
  return wide.flatMap(({ value, length }) => {
    const last = value | ((1n << BigInt(bits - length)) - 1n);
    return [value, last].filter((edge) => hosts.has(edge)).map((edge) => ({ edge, from: length }));
  });
}

function fixFirstBits(node: TrieNode, count: number): void {
  if (count === 0) return;
  node.fixed = true;
  if (node.zero !== null) fixFirstBits(node.zero, count - 1);
  if (node.one !== null) fixFirstBits(node.one, count - 1);
}
