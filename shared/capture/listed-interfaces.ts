import type { Interface } from "../snapshot/interface.ts";
import { isComplete, partlyObserved, valuesOf } from "../snapshot/part.ts";
import type { Part } from "../snapshot/part.ts";
import type { Route } from "../snapshot/route.ts";

/**
 * The list of interfaces, as a part only when rows of the table lead through one that it lacks: no kernel keeps a row
 * without its interface (macos-facts §7), so the list was cut off between two of its blocks, or the two outputs are of
 * different moments.
 */
export function asListedFor(interfaces: Part<Interface[]>, tables: readonly Part<Route[]>[]): Part<Interface[]> {
  if (!isComplete(interfaces)) return interfaces;
  const listed = new Set(valuesOf(interfaces).map(({ name }) => name));
  const isListed = ({ interface: name }: Route) => name === null || listed.has(name);
  return tables.every((table) => valuesOf(table).every(isListed))
    ? interfaces
    : partlyObserved([...valuesOf(interfaces)]);
}
