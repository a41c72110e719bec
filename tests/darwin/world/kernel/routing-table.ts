import type { Address } from "../../../../shared/network/address.ts";
import type { Entry, RowKey } from "./entry.ts";
import { isDefaultEntry, matches, specificity } from "./entry.ts";

/** The radix tree of the kernel, as far as its behaviour shows. */
export interface RoutingTable {
  rows(): readonly Entry[];
  /** False when a row of this destination, mask and scope is there: nothing is ever replaced (macos-facts §4.2). */
  insert(entry: Entry): boolean;
  /** The row that a delete of this key hits, whatever its gateway and interface (macos-facts §4.3). */
  find(key: RowKey): Entry | null;
  remove(entry: Entry): void;
  replace(old: Entry, entry: Entry): void;
  /** The row that a packet takes; `scope` is the interface that its socket is bound to. */
  lookup(address: Address, scope: string | null): Entry | null;
}

export function createRoutingTable(): RoutingTable {
  let rows: Entry[] = [];
  const best = (address: Address, scope: string | null) =>
    rows
      .filter((row) => row.scope === scope && matches(row, address))
      .toSorted((a, b) => specificity(b) - specificity(a))[0] ?? null;
  return {
    rows: () => rows,
    insert(entry) {
      if (rows.some((row) => isSamePlace(row, entry))) return false;
      rows = [...rows, entry];
      return true;
    },
    // Without a mask it is the first leaf of the address: the host row, else the net row with the longest mask
    // (rn_delete in radix.c; macos-facts §4.3).
    find: ({ address, length, scope }) =>
      rows
        .filter((row) => row.scope === scope && isAt(row, address))
        .filter((row) => length === null || (!row.host && row.prefix.length === length))
        .toSorted((a, b) => specificity(b) - specificity(a))[0] ?? null,
    remove: (entry) => void (rows = rows.filter((row) => row !== entry)),
    replace: (old, entry) => void (rows = rows.map((row) => (row === old ? entry : row))),
    lookup(address, scope) {
      const unscoped = best(address, null);
      const open = scope === null || unscoped?.interface === scope ? unscoped : null;
      const name = scope ?? open?.interface ?? null;
      const scoped = name === null ? null : best(address, name);
      return open === null ? scoped : preferScoped(open, scoped);
    },
  };
}

// An unbound socket also meets the rows that are scoped to the interface of its unscoped answer: one of them wins unless
// it is a default beside a more specific answer, or a net beside a host (rt_lookup in XNU's route.c; not in
// macos-facts, which says of flag I only that it is for bound sockets).
function preferScoped(open: Entry, scoped: Entry | null): Entry {
  if (scoped === null || open.interface === "lo0") return open;
  if (isDefaultEntry(scoped) && !isDefaultEntry(open)) return open;
  return !scoped.host && open.host ? open : scoped;
}

function isSamePlace(a: Entry, b: Entry): boolean {
  return a.scope === b.scope && a.host === b.host && a.prefix.length === b.prefix.length && isAt(a, b.prefix);
}

function isAt({ prefix }: Entry, address: Address): boolean {
  return prefix.family === address.family && prefix.value === address.value && prefix.zone === address.zone;
}
