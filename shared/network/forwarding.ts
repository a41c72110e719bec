import type { Rule } from "../snapshot/interface.ts";
import { valuesOf } from "../snapshot/part.ts";
import { routeKey } from "../snapshot/route.ts";
import type { Route } from "../snapshot/route.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { Address } from "./address.ts";
import { askedRules } from "./asked-rules.ts";
import { prefixTable } from "./prefix-table.ts";
import type { PrefixTable } from "./prefix-table.ts";
import { destinationOf } from "./route-prefix.ts";

/** What the kernel does with a packet of an ordinary socket (no mark, no bound interface, no fixed source). */
export interface Forwarding {
  /** The row that takes the address, null when none does. */
  best(address: Address): Route | null;
  /** All rows that contain the address in the order in which the kernel prefers them: the winner first. */
  candidates(address: Address): Route[];
}

/** The rules that every Linux kernel starts with; used when the rules were not observed. */
const BUILT_IN_TABLES = ["local", "main", "default"];

/** Forwarding of a snapshot. Unobserved tables are empty: callers ask about parts they know to be observed. */
export function forwardingOf(snapshot: Snapshot): Forwarding {
  const routes = [...valuesOf(snapshot.routes.inet), ...valuesOf(snapshot.routes.inet6)];
  return snapshot.os === "darwin" ? darwinForwarding(routes) : linuxForwarding(routes, valuesOf(snapshot.rules));
}

// Scoped rows serve only sockets bound to their interface (macos-facts §6); clones (W) repeat their parent.
function darwinForwarding(routes: readonly Route[]): Forwarding {
  const eligible = routes.filter((route) => !route.scoped && !route.flags.includes("W"));
  const table = prefixTable(eligible, destinationOf);
  const candidates = (address: Address) => table.matches(address).toSorted(byPreference);
  return { candidates, best: (address) => candidates(address)[0] ?? null };
}

function linuxForwarding(routes: readonly Route[], rules: readonly Rule[]): Forwarding {
  const tables = new Map<string, Route[]>();
  for (const route of routes) {
    const rows = tables.get(route.table);
    if (rows === undefined) tables.set(route.table, [route]);
    else rows.push(route);
  }
  const prefixTables = new Map([...tables].map(([name, rows]) => [name, prefixTable(rows, destinationOf)]));
  const candidates = (address: Address) => linuxCandidates(address, prefixTables, rules);
  return { candidates, best: (address) => candidates(address)[0] ?? null };
}

function linuxCandidates(
  address: Address,
  tables: ReadonlyMap<string, PrefixTable<Route>>,
  rules: readonly Rule[],
): Route[] {
  const found: Route[] = [];
  for (const lookup of lookupsFor(address, rules)) {
    const matches = tables.get(lookup.table)?.matches(address).toSorted(byPreference) ?? [];
    const living = matches.filter((route) => !route.flags.includes("dead"));
    // A throw row ends the search of its table: shorter prefixes of the same table do not count any more.
    const thrown = living.findIndex((route) => route.type === "throw");
    const reached = thrown < 0 ? living : living.slice(0, thrown);
    found.push(...notSuppressed(reached, lookup.suppressed));
  }
  return found;
}

// A rule's suppress_prefixlength passes over a way that is found, never over a refusal: that ends the search at once
// (fib_rules_lookup of the kernel; held against the real one by tests/property/kernel-routes).
function notSuppressed(rows: readonly Route[], suppressed: number): readonly Route[] {
  const [first] = rows;
  if (first !== undefined && isRefusal(first)) return rows;
  return rows.filter((route) => destinationOf(route).length > suppressed);
}

/** Whether the row refuses what it takes, in whatever way. */
function isRefusal({ type }: Route): boolean {
  return type === "blackhole" || type === "unreachable" || type === "prohibit";
}

interface TableLookup {
  readonly table: string;
  readonly suppressed: number;
}

// The rules of a family that shows none at all were not asked for: every kernel has at least three.
function lookupsFor(address: Address, rules: readonly Rule[]): TableLookup[] {
  if (!rules.some((rule) => rule.family === address.family))
    return BUILT_IN_TABLES.map((table) => ({ table, suppressed: -1 }));
  return askedRules(address, rules).lookups.map(({ table, suppressPrefixLength }) => {
    return { table, suppressed: suppressPrefixLength ?? -1 };
  });
}

// Longest prefix, then host entries before net entries (Darwin), then the lowest priority value (Linux). Rows that even
// then are equal stand in the order of their keys, so that no verdict depends on the order of the input.
function byPreference(a: Route, b: Route): number {
  const byLength = destinationOf(b).length - destinationOf(a).length;
  if (byLength !== 0) return byLength;
  if (a.host !== b.host) return a.host ? -1 : 1;
  return (a.metric ?? 0) - (b.metric ?? 0) || (routeKey(a) < routeKey(b) ? -1 : 1);
}
