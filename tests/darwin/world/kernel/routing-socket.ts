import { formatAddress, parseAddress } from "../../../../shared/network/address.ts";
import type { Entry } from "./entry.ts";
import { flagText, matches } from "./entry.ts";
import type { Errno } from "./errno.ts";
import { shortLinkAddress } from "./link-address-text.ts";
import type { Link } from "./link.ts";
import type { RouteRequest, Via } from "./route-request.ts";
import type { RoutingTable } from "./routing-table.ts";
import { firstAddress, sourceTowards } from "./source-choice.ts";
import type { Source } from "./source-choice.ts";

/** How a request ended, and the row that it was about, as the message tells it to all listeners. */
export interface RequestOutcome {
  readonly entry: Entry;
  readonly error: Errno | null;
  readonly index: number;
}

/** Carries out one request, or says why not, as route_output() of XNU's rtsock.c does. */
export function answerRequest(request: RouteRequest, links: readonly Link[], table: RoutingTable): RequestOutcome {
  const { entry, error } = WORK[request.verb](request, links, table);
  const index = links.find(({ name }) => name === (request.scope ?? entry.interface))?.index ?? 0;
  return { entry, error, index };
}

type Work = (
  request: RouteRequest,
  links: readonly Link[],
  table: RoutingTable,
) => { entry: Entry; error: Errno | null };

const WORK: Record<RouteRequest["verb"], Work> = { add, delete: remove, change };

function add(request: RouteRequest, links: readonly Link[], table: RoutingTable) {
  const wanted = asAsked(request, links);
  if (isToItself(request)) return { entry: wanted, error: "EADDRNOTAVAIL" as const };
  const source = sourceOf(request, links, table);
  if (source === null) return { entry: wanted, error: "ENETUNREACH" as const };
  // The ARP code lets cloning rows expire at once, which shows as `!` and means nothing (macos-facts §3.5).
  const expire = request.flags.includes("C") && source.interface !== "lo0" ? "!" : "";
  const entry = { ...wanted, ...source, flags: flagsOf(request), expire };
  removeClone(entry, table);
  return { entry, error: table.insert(entry) ? null : ("EEXIST" as const) };
}

// A row cloned for one host makes way for one that is added for it (rtrequest in XNU's route.c, "we have one of these in
// the tree already"; the facts do not say so, but an ordinary pin could never be added otherwise after a packet).
function removeClone(entry: Entry, table: RoutingTable): void {
  const clone = table.find({ address: entry.prefix, length: null, scope: entry.scope });
  if (entry.host && clone?.host === true && clone.flags.includes("W")) table.remove(clone);
}

// By destination, mask and scope; the gateway and interface that are given are not looked at (macos-facts §4.3).
function remove(request: RouteRequest, links: readonly Link[], table: RoutingTable) {
  const { prefix, host, scope } = request;
  const found = table.find({ address: prefix, length: host ? null : prefix.length, scope });
  if (found === null) return { entry: asAsked(request, links), error: "ESRCH" as const };
  table.remove(found);
  removeClonesOf(found, table);
  return { entry: found, error: null };
}

// The clones of a row go with it (rt_fixdelete in XNU's route.c).
function removeClonesOf(parent: Entry, table: RoutingTable): void {
  const isClone = (row: Entry) => row.flags.includes("W") && row.interface === parent.interface;
  const clones = table.rows().filter((row) => isClone(row) && matches(parent, row.prefix));
  if (parent.flags.includes("C") && !parent.host) clones.forEach(table.remove);
}

// RTM_CHANGE sets the next hop and, with it, interface and source (rt_setgate, rt_setif). That the source is renewed,
// too, is from the source only (openconnect-facts §8). Without a mask XNU takes the best match for the host, which can
// be another row than meant, even the default (rt_lookup in RTM_CHANGE; from the source, not measured).
function change(request: RouteRequest, links: readonly Link[], table: RoutingTable) {
  const { prefix, host, scope } = request;
  const found = host ? table.lookup(prefix, scope) : table.find({ address: prefix, length: prefix.length, scope });
  if (found === null) return { entry: asAsked(request, links), error: "ESRCH" as const };
  const source = sourceOf(request, links, table);
  if (source === null) return { entry: asAsked(request, links), error: "ENETUNREACH" as const };
  const entry = { ...found, ...source, gateway: gatewayText(request, links) };
  table.replace(found, entry);
  return { entry, error: null };
}

function sourceOf({ via, scope, prefix }: RouteRequest, links: readonly Link[], table: RoutingTable): Source | null {
  if (via === null) return null;
  if (typeof via === "string") {
    const gateway = parseAddress(via);
    return gateway === null ? null : sourceTowards(gateway, scope, links, table);
  }
  const link = links.find(({ name }) => name === linkName(via));
  return link === undefined ? null : { interface: link.name, source: firstAddress(link, prefix.family) };
}

function asAsked(request: RouteRequest, links: readonly Link[]): Entry {
  const { prefix, host, scope } = request;
  const flags = flagsOf(request).replace("U", "");
  const gateway = gatewayText(request, links);
  return { prefix, host, scope, gateway, interface: scope ?? "", source: null, flags, expire: "" };
}

function flagsOf({ via, host, scope, flags, prefix }: RouteRequest): string {
  const isVia = typeof via === "string";
  // The kernel lets a unicast net row that does not clone clone for its protocols (c), and calls a row for the address
  // zero global (g), be it 0/0 or 0/1 (captures 10 and 13).
  const cloning = host || flags.includes("C") ? "" : "c";
  const global = !host && prefix.value === 0n ? "g" : "";
  return flagText(`U${isVia ? "G" : ""}${host ? "H" : ""}${flags}${scope === null ? "" : "I"}${cloning}${global}`);
}

// `-interface` sends the link-level address of the interface, which a tunnel does not have: there its name shows
// (macos-facts §3.4).
function gatewayText({ via }: RouteRequest, links: readonly Link[]): string {
  if (via === null || typeof via === "string") return via ?? "";
  const link = links.find(({ name }) => name === linkName(via));
  if ("link" in via) return `link#${link?.index ?? 0}`;
  return link?.ether == null ? via.interface : shortLinkAddress(link.ether);
}

function linkName(via: Exclude<Via, string>): string {
  return "link" in via ? via.link : via.interface;
}

// `route add X X` (macos-facts §2.5); a row to the own end of a tunnel is made by the kernel itself.
function isToItself({ via, host, prefix }: RouteRequest): boolean {
  return host && typeof via === "string" && via === formatAddress(prefix);
}
