import * as v from "valibot";

export const FamilySchema = v.picklist(["inet", "inet6"]);

/** What the kernel does with a packet that matches: the Linux route types; Darwin flags B and R map to blackhole and unreachable. */
export const RouteType = v.picklist([
  "unicast",
  "local",
  "broadcast",
  "multicast",
  "anycast",
  "blackhole",
  "unreachable",
  "prohibit",
  "throw",
]);
export type RouteType = v.InferOutput<typeof RouteType>;

/** One row of a routing table, the same for every system. */
export const Route = v.strictObject({
  family: FamilySchema,
  /** Full CIDR in canonical text, `0.0.0.0/0` for the IPv4 default. */
  destination: v.string(),
  /** Next hop in canonical text, or `link` when the destination is reached directly over the interface. */
  gateway: v.string(),
  /** Interface name, null for rows without one (blackhole, unreachable on Linux). */
  interface: v.nullable(v.string()),
  type: RouteType,
  /** Own address that packets by this row leave with: RT_IFA of `netstat -rnl`, `prefsrc` on Linux; null when not printed. */
  source: v.nullable(v.string()),
  /** Linux table as printed (`main`, `local`, `52`); always `main` on Darwin. */
  table: v.string(),
  /** Linux priority; null when not printed (0 for inet). */
  metric: v.nullable(v.number()),
  /** Linux protocol word (`kernel`, `dhcp`, `static`, `boot`, `bird`); null when not printed or on Darwin. */
  protocol: v.nullable(v.string()),
  /** Linux scope word (`link`, `host`, `global`); null when not printed or on Darwin. */
  scope: v.nullable(v.string()),
  /** Darwin: the row is bound to its interface (flag I), so ordinary sockets do not use it. False on Linux. */
  scoped: v.boolean(),
  /** Darwin: a host entry (flag H), which `route delete -host` finds; a `/32` without H is a net entry. On Linux: length is that of one address. */
  host: v.boolean(),
  /** Darwin flag letters or Linux flag words, one each (`U`,`G`,`H`,`S` or `linkdown`,`onlink`). */
  flags: v.array(v.string()),
  /** Link-level address of an ARP or neighbour row, else null. */
  linkAddress: v.nullable(v.string()),
  /** Route metrics that iproute2 prints as numbers (`mtu`, `advmss`); empty on Darwin. Needed to undo exactly. */
  metrics: v.record(v.string(), v.number()),
  /** Router preference word of IPv6 rows on Linux (`medium`); null elsewhere. */
  preference: v.nullable(v.string()),
  /** Further next hops of a Linux multipath row; such rows are shown, never changed. */
  multipath: v.boolean(),
  /** Names of attributes that this model does not hold; a row that has any cannot be restored exactly, so it is never changed. */
  unmodelled: v.array(v.string()),
});
export type Route = v.InferOutput<typeof Route>;

/** An on-link marker for {@link Route.gateway}. */
export const LINK = "link";

/** Text that identifies one row among all rows of all tables; equal keys mean the same row. Also the sort key of plans. */
export function routeKey(route: Route): string {
  const scope = route.scoped ? `%${route.interface ?? ""}` : "";
  const place = `${route.family} ${route.destination} ${route.table} ${scope} ${route.host ? "host" : "net"}`;
  const way = `${route.metric ?? ""} ${route.gateway} ${route.interface ?? ""} ${route.source ?? ""}`;
  return `${place} ${way} ${route.type} ${route.protocol ?? ""} ${route.scope ?? ""}`;
}
