import type { Address } from "./address.ts";
import { addressBits } from "./address.ts";
import { maskValue } from "./prefix.ts";
import type { Prefix } from "./prefix.ts";

/** Entries by prefix, answering longest-prefix-match questions; one table holds one family at a time per look-up. */
export interface PrefixTable<Entry> {
  /** All entries whose prefix contains the address, longest prefix first, in insertion order within a prefix. */
  matches(address: Address): Entry[];
}

/**
 * Builds a table from entries and their prefixes. One map per prefix length: a look-up costs as many map reads as there
 * are different lengths in use, whatever the number of routes (measured in dependencies §4.2).
 */
export function prefixTable<Entry>(entries: readonly Entry[], prefixOf: (entry: Entry) => Prefix): PrefixTable<Entry> {
  const lengths = { inet: new Map<number, Map<bigint, Entry[]>>(), inet6: new Map<number, Map<bigint, Entry[]>>() };
  for (const entry of entries) {
    const prefix = prefixOf(entry);
    const byValue = getOrCreate(lengths[prefix.family], prefix.length, () => new Map<bigint, Entry[]>());
    getOrCreate(byValue, prefix.value, () => []).push(entry);
  }
  return {
    matches(address) {
      const found: Entry[] = [];
      for (let length = addressBits(address.family); length >= 0; length--) {
        const byValue = lengths[address.family].get(length);
        const hit = byValue?.get(maskValue(address.family, address.value, length));
        if (hit !== undefined) found.push(...hit);
      }
      return found;
    },
  };
}

function getOrCreate<Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value {
  const present = map.get(key);
  if (present !== undefined) return present;
  const created = create();
  map.set(key, created);
  return created;
}
