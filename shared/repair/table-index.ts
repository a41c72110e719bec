import type { Address } from "../network/address.ts";
import { prefixTable } from "../network/prefix-table.ts";
import { isHostPrefix, prefixContains } from "../network/prefix.ts";
import { destinationOf, isDefault } from "../network/route-prefix.ts";
import { LINK } from "../snapshot/route.ts";
import type { Route } from "../snapshot/route.ts";

/** One routing table, ready for what the veto asks about each row that is to be changed: tables can have a million. */
export interface TableIndex {
  /** The rows with this destination, CIDR text. */
  rowsTo(destination: string): readonly Route[];
  /** The rows whose destination contains the address. */
  rowsAround(address: Address): readonly Route[];
  /** Whether some row leads over the interface, without a router, to a whole network. */
  hasNetworkOn(interfaceName: string): boolean;
}

const indexes = new WeakMap<readonly Route[], TableIndex>();

/** The index of a table, made when it is asked for first. The rows must not change afterwards. */
export function tableIndexOf(rows: readonly Route[]): TableIndex {
  const known = indexes.get(rows);
  if (known !== undefined) return known;
  const made = makeIndex(rows);
  indexes.set(rows, made);
  return made;
}

/** Whether the row leads to its destination, which is no default, over the interface without a router. */
export function isOnLinkRow(row: Route, interfaceName: string): boolean {
  return row.interface === interfaceName && row.gateway === LINK && row.type === "unicast" && !isDefault(row);
}

function makeIndex(rows: readonly Route[]): TableIndex {
  const byDestination = new Map<string, Route[]>();
  for (const row of rows) {
    const equal = byDestination.get(row.destination);
    if (equal === undefined) byDestination.set(row.destination, [row]);
    else equal.push(row);
  }
  const byPrefix = once(() => prefixTable(rows, destinationOf));
  const networksOn = once(() => new Set(rows.filter(leadsToNetwork).map((row) => row.interface)));
  return {
    rowsTo: (destination) => byDestination.get(destination) ?? [],
    rowsAround: (address) =>
      byPrefix()
        .matches(address)
        .filter((row) => prefixContains(destinationOf(row), address)),
    hasNetworkOn: (interfaceName) => networksOn().has(interfaceName),
  };
}

function leadsToNetwork(row: Route): boolean {
  return row.interface !== null && isOnLinkRow(row, row.interface) && !isHostPrefix(destinationOf(row));
}

function once<Value extends object>(make: () => Value): () => Value {
  let made: Value | null = null;
  return () => (made ??= make());
}
