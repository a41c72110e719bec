import type { Family } from "../../shared/network/address.ts";
import { formatAddress } from "../../shared/network/address.ts";
import { formatPrefix } from "../../shared/network/prefix.ts";
import type { Prefix } from "../../shared/network/prefix.ts";

/** What one version of netstat prints: columns and widths (macos-facts §3.2, §3.6). */
export interface PrintLayout {
  readonly name: string;
  readonly counters: boolean;
  readonly long: boolean;
  readonly source: boolean;
  readonly width: Readonly<Record<Family, number>>;
  readonly gatewayWidthInet6: number;
  /** Older versions print nothing for a row that does not expire, later ones blanks or `!`. */
  readonly padsExpire: boolean;
}

/** A row before it is printed. */
export interface PrintedRow {
  readonly family: Family;
  readonly prefix: Prefix;
  readonly host: boolean;
  /** As in the Gateway column. */
  readonly gateway: string;
  readonly source: string | null;
  readonly flags: string;
  readonly interface: string;
  readonly expire: string;
  /** Numbers of the long layouts, the same for all rows when left out. */
  readonly counters?: { readonly refs: string; readonly use: string; readonly mtu: string };
}

const COUNTERS = { refs: "12", use: "8452", mtu: "1500" };
const NARROW = { inet: 7, inet6: 8 };
const MIDDLE = { inet: 10, inet6: 10 };
const WIDE = { inet: 14, inet6: 14 };
const base = { counters: false, long: false, source: false, gatewayWidthInet6: 31, padsExpire: true };

export const LAYOUTS: readonly PrintLayout[] = [
  { ...base, name: "10.13", counters: true, width: NARROW, padsExpire: false },
  { ...base, name: "10.14", counters: true, width: NARROW },
  { ...base, name: "10.14 -l", counters: true, long: true, width: NARROW },
  { ...base, name: "10.15 to 11", width: NARROW },
  { ...base, name: "10.15 to 11 -l", counters: true, long: true, source: true, width: NARROW },
  { ...base, name: "12 to 13", width: MIDDLE },
  { ...base, name: "14 to 26", width: WIDE, gatewayWidthInet6: 39 },
  { ...base, name: "14 to 26 -l", counters: true, long: true, source: true, width: WIDE, gatewayWidthInet6: 39 },
];

const TITLES = { inet: "Internet:", inet6: "Internet6:" };

/** The output of netstat for these rows, family by family. */
export function printTable(layout: PrintLayout, rows: readonly PrintedRow[]): string {
  const sections = (["inet", "inet6"] as const).map((family) => printSection(layout, family, rows));
  return ["Routing tables", ...sections].join("\n");
}

function printSection(layout: PrintLayout, family: Family, rows: readonly PrintedRow[]): string {
  const own = rows.filter((row) => row.family === family);
  if (own.length === 0) return "";
  return ["", TITLES[family], header(layout, family), ...own.map((row) => printRow(layout, row)), ""].join("\n");
}

function header(layout: PrintLayout, family: Family): string {
  const titles = { destination: "Destination", gateway: "Gateway", source: "RT_IFA", flags: "Flags" };
  const numbers = { refs: "Refs", use: "Use", mtu: "Mtu" };
  return `${columns(layout, family, { ...titles, ...numbers, interface: "Netif" })} Expire`;
}

function printRow(layout: PrintLayout, row: PrintedRow): string {
  const line = columns(layout, row.family, {
    destination: printDestination(row),
    gateway: row.gateway,
    source: row.source ?? "",
    flags: row.flags,
    ...(row.counters ?? COUNTERS),
    interface: row.interface,
  });
  if (!layout.padsExpire && !/\d/.test(row.expire)) return line;
  return `${line} ${row.expire.padStart(6)}`;
}

type Words = Record<"destination" | "gateway" | "source" | "flags" | "refs" | "use" | "mtu" | "interface", string>;

function columns(layout: PrintLayout, family: Family, words: Words): string {
  const destinationWidth = family === "inet" ? 18 : 39;
  const gatewayWidth = family === "inet" ? 18 : layout.gatewayWidthInet6;
  const width = layout.width[family];
  const parts = [words.destination.padEnd(destinationWidth), words.gateway.padEnd(gatewayWidth)];
  // A row without a source address leaves its column out.
  if (layout.source && words.source !== "") parts.push(words.source.padEnd(destinationWidth));
  parts.push(words.flags.slice(0, 10).padEnd(10));
  if (layout.counters) parts.push(words.refs.padStart(6), words.use.padStart(8));
  if (layout.long) parts.push(words.mtu.padStart(6));
  return [...parts, words.interface.slice(0, width).padStart(width)].join(" ");
}

function printDestination({ family, prefix, host }: PrintedRow): string {
  const address = formatAddress(prefix);
  if (host) return address;
  if (prefix.length === 0) return "default";
  return family === "inet" ? shortNetwork(address, prefix.length) : formatPrefix(prefix);
}

/** `netname()` of netstat: at least as many octets as the class has, no zero octets behind, no length of the class itself. */
function shortNetwork(address: string, length: number): string {
  const octets = address.split(".");
  const first = Number(octets[0]);
  const classOctets = first < 128 ? 1 : first < 192 ? 2 : 3;
  while (octets.length > classOctets && octets.at(-1) === "0") octets.pop();
  return length === classOctets * 8 ? octets.join(".") : `${octets.join(".")}/${length}`;
}
