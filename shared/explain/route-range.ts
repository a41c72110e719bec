import type { Facts } from "../health/facts.ts";
import { oncePerKey } from "../health/once-per-facts.ts";
import { addressBits, formatAddress } from "../network/address.ts";
import type { Prefix } from "../network/prefix.ts";
import { destinationOf } from "../network/route-prefix.ts";
import { codedText } from "../snapshot/coded-text.ts";
import type { CodedText } from "../snapshot/coded-text.ts";
import { valuesOf } from "../snapshot/part.ts";
import type { Route } from "../snapshot/route.ts";
import { MOST_EXCEPTIONS } from "./route-explanation.ts";
import type { RouteRange } from "./route-explanation.ts";

/** Which addresses the row catches, and which more specific rows of its own table take a part of them. */
export function rangeOf(facts: Facts, route: Route): RouteRange {
  const prefix = destinationOf(route);
  const { first, last } = bounds(prefix);
  const inside = moreSpecific(facts, route);
  const text = (value: bigint) => formatAddress({ family: prefix.family, value, zone: null });
  return {
    first: text(first),
    last: text(last),
    size: sizeOf(prefix),
    exceptions: inside.slice(0, MOST_EXCEPTIONS),
    exceptionCount: inside.length,
  };
}

function bounds({ family, value, length }: Prefix): { first: bigint; last: bigint } {
  return { first: value, last: value + (1n << BigInt(addressBits(family) - length)) - 1n };
}

// Beyond this many bits a number says nothing any more: it is given as a power of two.
const BITS_AS_NUMBER = 32;

function sizeOf({ family, length }: Prefix): CodedText {
  const bits = addressBits(family) - length;
  if (length === 0) return codedText(family === "inet" ? "all-inet" : "all-inet6");
  if (length === 1) return codedText(family === "inet" ? "half-inet" : "half-inet6");
  if (bits === 0) return codedText("one");
  return bits <= BITS_AS_NUMBER ? codedText("number", { count: 2 ** bits }) : codedText("power", { bits });
}

/** The rows of one table and family by their first address, then the wider before the narrower. */
type SortedRows = readonly { readonly route: Route; readonly prefix: Prefix }[];

// Sorted once for each table: to explain every row of a large table must not compare all with all.
const rowsOfTable = oncePerKey((facts, key: TableKey): SortedRows => sortRows(facts, key));

/** `inet main`: a family and the name of a table. */
type TableKey = `${Route["family"]} ${string}`;

// Copies that the kernel makes (W, L) go the way of their original, and scoped rows are for other sockets.
function sortRows(facts: Facts, key: TableKey): SortedRows {
  const family = key.startsWith("inet6 ") ? "inet6" : "inet";
  const table = key.slice(family.length + 1);
  return valuesOf(facts.snapshot.routes[family])
    .filter((row) => row.table === table && !row.scoped && !row.flags.includes("W") && !row.flags.includes("L"))
    .map((route) => ({ route, prefix: destinationOf(route) }))
    .toSorted((a, b) => compare(a.prefix.value, b.prefix.value) || a.prefix.length - b.prefix.length);
}

function moreSpecific(facts: Facts, route: Route): Route[] {
  const prefix = destinationOf(route);
  const rows = rowsOfTable(facts, `${route.family} ${route.table}`);
  const { first, last } = bounds(prefix);
  const inside: Route[] = [];
  for (let index = lowerBound(rows, first); index < rows.length; index++) {
    const row = rows[index];
    if (row === undefined || row.prefix.value > last) break;
    if (row.prefix.length > prefix.length && isOfSameLink(row.route, route)) inside.push(row.route);
  }
  return inside.toSorted((a, b) => destinationOf(a).length - destinationOf(b).length);
}

// fe80::/64 exists once on every link.
function isOfSameLink(row: Route, route: Route): boolean {
  return destinationOf(route).zone === null || row.interface === route.interface;
}

function lowerBound(rows: SortedRows, value: bigint): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((rows[middle]?.prefix.value ?? 0n) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
