import { isComplete, valuesOf } from "../snapshot/part.ts";
import type { Part } from "../snapshot/part.ts";
import type { Interface } from "../snapshot/interface.ts";
import type { CutName } from "./contribution.ts";

/**
 * How names that netstat may have cut (macOS to 11: `bridge1`, `utun102`) read in full, by kernel index or by the only
 * interface that begins so (macos-facts §3.2). A name that stays ambiguous is in `ambiguous`, and kept as printed.
 */
export interface FullNames {
  readonly full: ReadonlyMap<string, string>;
  readonly ambiguous: ReadonlySet<string>;
}

/** Finds the full names among the interfaces. Without any interface known nothing is completed, nothing is ambiguous. */
export function findFullNames(cutNames: readonly CutName[], interfaces: Part<Interface[]>): FullNames {
  const full = new Map<string, string>();
  const ambiguous = new Set<string>();
  for (const [name, indexes] of indexesByName(cutNames)) {
    const beginning = valuesOf(interfaces).filter((candidate) => candidate.name.startsWith(name));
    const byIndex = beginning.filter((candidate) => candidate.index !== null && indexes.has(candidate.index));
    const [only, another] = byIndex.length === 1 && indexes.size === 1 ? byIndex : beginning;
    if (only !== undefined && another === undefined && isTrusted(only, name, interfaces)) full.set(name, only.name);
    else if (another !== undefined) ambiguous.add(name);
  }
  return { full, ambiguous };
}

/** A filtered list of interfaces may lack another one of the same beginning; only the name itself is sure then. */
function isTrusted(candidate: Interface, name: string, interfaces: Part<Interface[]>): boolean {
  return candidate.name === name || isComplete(interfaces);
}

function indexesByName(cutNames: readonly CutName[]): Map<string, Set<number>> {
  const byName = new Map<string, Set<number>>();
  for (const { name, index } of cutNames) {
    const indexes = byName.get(name) ?? new Set<number>();
    if (index !== null) indexes.add(index);
    byName.set(name, indexes);
  }
  return byName;
}
