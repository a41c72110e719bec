import * as v from "valibot";
import { addressBits, canonicalAddress } from "../network/address.ts";
import type { Family } from "../network/address.ts";
import { formatPrefix, isHostPrefix, parsePrefix } from "../network/prefix.ts";
import type { Prefix } from "../network/prefix.ts";
import { LINK, RouteType } from "../snapshot/route.ts";
import type { Route } from "../snapshot/route.ts";
import { UnreadableOutput } from "./contribution.ts";

const ViaOtherFamily = v.looseObject({ host: v.string() });

const NextHop = v.looseObject({
  gateway: v.optional(v.string()),
  via: v.optional(ViaOtherFamily),
  dev: v.optional(v.string()),
  flags: v.optional(v.array(v.string()), []),
});
type NextHop = v.InferOutput<typeof NextHop>;

/** One object of `ip -j route`; keys that are not named here are kept, since they decide what can be restored. */
export const IpRouteRow = v.looseObject({
  dst: v.string(),
  type: v.optional(v.string(), "unicast"),
  gateway: v.optional(v.string()),
  via: v.optional(ViaOtherFamily),
  dev: v.optional(v.string()),
  table: v.optional(v.string(), "main"),
  protocol: v.optional(v.string()),
  scope: v.optional(v.string()),
  prefsrc: v.optional(v.string()),
  metric: v.optional(v.number()),
  pref: v.optional(v.string()),
  flags: v.optional(v.array(v.string()), []),
  metrics: v.optional(v.array(v.record(v.string(), v.unknown())), []),
  nexthops: v.optional(v.array(NextHop)),
});
export type IpRouteRow = v.InferOutput<typeof IpRouteRow>;

const MODELLED = new Set(Object.keys(IpRouteRow.entries).filter((key) => key !== "via"));
/** Counters and cache notes that `-s` and `-d` add: they describe the moment, not the route. */
const COSMETIC = new Set(["age", "cache", "error", "fastmac", "lastuse", "nh_info", "used", "users"]);
/**
 * Metrics whose printed number is the number that `ip route add` takes; rtt and its kin are scaled on the way. That a
 * metric is locked (`mtu lock 1200`) is printed only as text, never as JSON (seen with iproute2 6.1).
 */
const PLAIN_METRICS = new Set([
  "mtu",
  "advmss",
  "window",
  "hoplimit",
  "initcwnd",
  "initrwnd",
  "quickack",
  "reordering",
  "cwnd",
  "ssthresh",
]);

/**
 * One row of `ip -j route` as a {@link Route}. What the model cannot hold (`expires`, `nhid`, `encap`, `tos`, `flow`,
 * `from`, a next hop of the other family, scaled metrics) is named in `unmodelled`. Throws {@link UnreadableOutput}
 * `bad-destination`, `bad-gateway`, `bad-source` or `unknown-type`.
 */
export function routeOf(row: IpRouteRow, family: Family): Route {
  const destination = prefixOfText(row.dst, family);
  const hop = row.nexthops === undefined ? row : bestHop(row.nexthops);
  return {
    family,
    destination: formatPrefix(destination),
    gateway: gatewayOf(hop),
    interface: hop.dev ?? null,
    type: typeOf(row.type),
    source: row.prefsrc === undefined ? null : addressOf(row.prefsrc, "bad-source"),
    table: row.table,
    metric: row.metric ?? null,
    protocol: row.protocol ?? null,
    scope: row.scope ?? null,
    scoped: false,
    host: isHostPrefix(destination),
    flags: row.nexthops === undefined ? row.flags : [...row.flags, ...commonFlags(row.nexthops)],
    linkAddress: null,
    metrics: plainMetrics(row),
    preference: row.pref ?? null,
    multipath: row.nexthops !== undefined,
    unmodelled: unmodelledOf(row),
  };
}

function prefixOfText(text: string, family: Family): Prefix {
  const bits = addressBits(family);
  const any = family === "inet" ? "0.0.0.0/0" : "::/0";
  const prefix = parsePrefix(text === "default" ? any : text.includes("/") ? text : `${text}/${bits}`);
  if (prefix === null || prefix.family !== family) throw new UnreadableOutput(0, `bad-destination:${text}`);
  return prefix;
}

function gatewayOf(hop: Pick<NextHop, "gateway" | "via">): string {
  const text = hop.gateway ?? hop.via?.host;
  return text === undefined ? LINK : addressOf(text, "bad-gateway");
}

function addressOf(text: string, detail: string): string {
  const address = canonicalAddress(text);
  if (address === null) throw new UnreadableOutput(0, `${detail}:${text}`);
  return address;
}

function typeOf(text: string): RouteType {
  if (!v.is(RouteType, text)) throw new UnreadableOutput(0, `unknown-type:${text}`);
  return text;
}

// A multipath row works as long as one of its hops does, so it is shown with a living one.
function bestHop(hops: readonly NextHop[]): NextHop {
  const alive = hops.find((hop) => !hop.flags.includes("dead") && !hop.flags.includes("linkdown"));
  return alive ?? hops[0] ?? { flags: [] };
}

function commonFlags(hops: readonly NextHop[]): string[] {
  return (hops[0]?.flags ?? []).filter((flag) => hops.every((hop) => hop.flags.includes(flag)));
}

function plainMetrics(row: IpRouteRow): Record<string, number> {
  const plain = row.metrics.flatMap(Object.entries).filter(isPlainMetric);
  return Object.fromEntries(plain);
}

function isPlainMetric(entry: [string, unknown]): entry is [string, number] {
  return PLAIN_METRICS.has(entry[0]) && typeof entry[1] === "number";
}

function unmodelledOf(row: IpRouteRow): string[] {
  const keys = Object.keys(row).filter((key) => !MODELLED.has(key) && !COSMETIC.has(key));
  const metrics = row.metrics.flatMap(Object.entries).filter((entry) => !isPlainMetric(entry));
  return [...keys, ...metrics.map(([name]) => name)];
}
