import type { Address, Family } from "./address.ts";
import { maskValue } from "./prefix.ts";
import type { Prefix } from "./prefix.ts";

/** Entries by prefix, answering longest-prefix-match questions; one table holds one family at a time per look-up. */
export interface PrefixTable<Entry> {
  /** All entries whose prefix contains the address, longest prefix first, in insertion order within a prefix. */
  matches(address: Address): Entry[];
}

/** The prefixes of one length, by the number of their network. */
interface Length<Entry> {
  readonly length: number;
  readonly byNetwork: Map<Key, Entry[]>;
}

type Key = number | string;

/**
 * Builds a table from entries and their prefixes. One map per prefix length: a look-up costs as many map reads as there
 * are different lengths in use, whatever the number of routes (measured in dependencies §4.2).
 */
export function prefixTable<Entry>(entries: readonly Entry[], prefixOf: (entry: Entry) => Prefix): PrefixTable<Entry> {
  const lengths = { inet: new Map<number, Length<Entry>>(), inet6: new Map<number, Length<Entry>>() };
  for (const entry of entries) {
    const { family, length, value } = prefixOf(entry);
    const { byNetwork } = getOrCreate(lengths[family], length, () => ({ length, byNetwork: new Map() }));
    const key = keyOf(family, value);
    const equal = byNetwork.get(key);
    if (equal === undefined) byNetwork.set(key, [entry]);
    else equal.push(entry);
  }
  const longestFirst = { inet: sorted(lengths.inet), inet6: sorted(lengths.inet6) };
  return {
    matches({ family, value }) {
      const found: Entry[] = [];
      for (const { length, byNetwork } of longestFirst[family]) {
        const hit = byNetwork.get(keyOf(family, maskValue(family, value, length)));
        if (hit !== undefined) found.push(...hit);
      }
      return found;
    },
  };
}

// Never the bigint itself: V8 takes only its low 64 bits for the place in a map, which are zero for every IPv6 network.
// All would be in one place, and each look-up would read through all of them.
function keyOf(family: Family, value: bigint): Key {
  return family === "inet" ? Number(value) : value.toString(16);
}

function sorted<Entry>(lengths: ReadonlyMap<number, Length<Entry>>): Length<Entry>[] {
  return [...lengths.values()].toSorted((a, b) => b.length - a.length);
}

function getOrCreate<Name, Value>(map: Map<Name, Value>, key: Name, create: () => Value): Value {
  const present = map.get(key);
  if (present !== undefined) return present;
  const created = create();
  map.set(key, created);
  return created;
}
