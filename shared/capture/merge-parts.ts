import { observed, partlyObserved, unobserved } from "../snapshot/part.ts";
import type { Part } from "../snapshot/part.ts";

type Observed<Value> = Extract<Part<Value>, { observed: true }>;

/**
 * Merges the parts that several outputs contributed, where each complete one shows everything (processes, sockets):
 * complete when any is. The first of two entries with the same key stays, unless `combine` makes one of them. With no
 * observed part the first reason stays, `not-in-capture` when there is none.
 */
export function mergeWhole<Entry>(
  parts: readonly Part<Entry[]>[],
  keyOf: (entry: Entry) => string,
  combine: (first: Entry, second: Entry) => Entry = (first) => first,
): Part<Entry[]> {
  const seen = observedFirstComplete(parts);
  if (seen.length === 0) return firstReason(parts);
  const merged = mergeEntries(seen, keyOf, combine);
  return seen.some((part) => !part.partial) ? observed(merged) : partlyObserved(merged);
}

/**
 * Merges the parts that several outputs contributed, where each shows only what its own source holds (resolvers, router
 * hints): complete when one shows all that its system uses, and none of them failed.
 */
export function mergeAdditive<Entry>(parts: readonly Part<Entry[]>[]): Part<Entry[]> {
  const seen = parts.filter((part) => part.observed);
  if (seen.length === 0) return firstReason(parts);
  const merged = mergeEntries(
    seen,
    (entry) => JSON.stringify(entry),
    (first) => first,
  );
  const complete = seen.length === parts.length && seen.some((part) => !part.partial);
  return complete ? observed(merged) : partlyObserved(merged);
}

/**
 * Chooses one of several readings of the same table, so that rows of two moments never mix: a complete one, and of those
 * the one with the highest `richness`. Partial readings are merged when there is no complete one.
 */
export function chooseTable<Entry>(
  parts: readonly Part<Entry[]>[],
  keyOf: (entry: Entry) => string,
  richness: (entries: readonly Entry[]) => number,
): Part<Entry[]> {
  const complete = observedFirstComplete(parts).filter((part) => !part.partial);
  const best = complete.toSorted((one, other) => richness(other.value) - richness(one.value))[0];
  return best ?? mergeWhole(parts, keyOf);
}

function observedFirstComplete<Entry>(parts: readonly Part<Entry[]>[]): Observed<Entry[]>[] {
  const seen = parts.filter((part) => part.observed);
  return seen.toSorted((one, other) => Number(one.partial) - Number(other.partial));
}

function firstReason<Entry>(parts: readonly Part<Entry[]>[]): Part<Entry[]> {
  return parts[0] ?? unobserved("not-in-capture");
}

function mergeEntries<Entry>(
  parts: readonly Observed<Entry[]>[],
  keyOf: (entry: Entry) => string,
  combine: (first: Entry, second: Entry) => Entry,
): Entry[] {
  const byKey = new Map<string, Entry>();
  for (const entry of parts.flatMap((part) => part.value)) {
    const key = keyOf(entry);
    const first = byKey.get(key);
    byKey.set(key, first === undefined ? entry : combine(first, entry));
  }
  return [...byKey.values()];
}
