import { canonicalAddress, formatAddress, parseAddress } from "../network/address.ts";
import { parseBsdHost, parseBsdNetwork } from "../network/bsd-destination.ts";
import { canonicalLinkAddress } from "../network/link-address.ts";
import { formatPrefix } from "../network/prefix.ts";
import type { Neighbour } from "../snapshot/interface.ts";
import { LINK } from "../snapshot/route.ts";
import type { Route, RouteType } from "../snapshot/route.ts";
import { UnreadableOutput } from "./contribution.ts";
import type { NetstatRow } from "./netstat-row.ts";

/** What the gateway column says. */
interface Gateway {
  readonly gateway: string;
  readonly linkAddress: string | null;
  /** Full interface name where the gateway column holds it; the Netif column can be too narrow for it. */
  readonly interface: string | null;
}

const LINK_INDEX = /^link#(\d+)$/;

/**
 * The route of one row, with the meaning that macos-facts §3.1 to §3.4 gives to its columns. Throws
 * {@link UnreadableOutput} `bad-destination` or `bad-gateway` for forms that `netstat -n` never prints, such as names.
 */
export function routeOfRow(row: NetstatRow): Route {
  const flags = row.flags.split("");
  const host = flags.includes("H");
  const prefix = (host ? parseBsdHost : parseBsdNetwork)(row.destination, row.family);
  if (prefix === null) throw new UnreadableOutput(row.line, "bad-destination");
  const gateway = readGateway(row);
  if (gateway === null) throw new UnreadableOutput(row.line, "bad-gateway");
  const name = gateway.interface ?? row.interface;
  return {
    family: row.family,
    destination: formatPrefix(prefix),
    gateway: gateway.gateway,
    interface: name,
    type: routeType(flags, name),
    source: row.source === null ? null : canonicalAddress(row.source),
    table: "main",
    metric: null,
    protocol: null,
    scope: null,
    scoped: flags.includes("I"),
    host,
    flags,
    linkAddress: gateway.linkAddress,
    metrics: {},
    preference: null,
    multipath: false,
    unmodelled: [],
  };
}

/** The ARP or ND entry that a row stands for (flag L), null for other rows and for groups, broadcast and own addresses. */
export function neighbourOfRoute(route: Route): Neighbour | null {
  if (!route.flags.includes("L") || !route.host || route.interface === null || route.type !== "unicast") return null;
  const failed = route.flags.includes("R");
  // `route add -host X -interface en0`: somebody stated that X is on this link; no answer of it is needed (§3.1).
  const stated = !failed && route.flags.includes("S") && !route.flags.includes("W");
  if (!failed && !stated && route.linkAddress === null) return null;
  return {
    address: (route.destination.split("/")[0] ?? "").replace(/%.*$/, ""),
    interface: route.interface,
    linkAddress: route.linkAddress,
    state: stateOf(failed, stated),
    router: route.flags.includes("r"),
  };
}

function stateOf(failed: boolean, stated: boolean): Neighbour["state"] {
  if (failed) return "failed";
  return stated ? "permanent" : "reachable";
}

/** The kernel index in a gateway `link#N`, else null. */
export function linkIndex(row: NetstatRow): number | null {
  const digits = LINK_INDEX.exec(row.gateway)?.[1];
  return digits === undefined ? null : Number(digits);
}

function readGateway(row: NetstatRow): Gateway | null {
  const text = row.gateway;
  if (LINK_INDEX.test(text)) return { gateway: LINK, linkAddress: null, interface: null };
  const linkAddress = canonicalLinkAddress(text);
  if (linkAddress !== null) return { gateway: LINK, linkAddress, interface: null };
  if (isInterface(text, row)) return { gateway: LINK, linkAddress: null, interface: text };
  // routename() of netstat prints the unspecified address as `default`, in this column, too.
  const address = parseAddress(text === "default" ? unspecified(row) : text);
  // A next hop of the other family means that the heading of the table is not this row's.
  if (address?.family !== row.family) return null;
  return { gateway: formatAddress(address), linkAddress: null, interface: null };
}

function isInterface(text: string, row: NetstatRow): boolean {
  return text === row.interface || (row.interfaceFillsColumn && text.startsWith(row.interface) && /\d$/.test(text));
}

function unspecified(row: NetstatRow): string {
  return row.family === "inet" ? "0.0.0.0" : "::";
}

/** R on a row with flag L means failed address resolution, which passes by itself; elsewhere it rejects (§3.1). */
function routeType(flags: readonly string[], interfaceName: string): RouteType {
  if (flags.includes("B")) return "blackhole";
  if (flags.includes("m")) return "multicast";
  if (flags.includes("b")) return "broadcast";
  if (flags.includes("L")) return interfaceName.startsWith("lo") ? "local" : "unicast";
  return flags.includes("R") ? "unreachable" : "unicast";
}
