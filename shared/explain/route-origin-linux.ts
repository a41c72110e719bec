import type { Facts } from "../health/facts.ts";
import { codedText } from "../snapshot/coded-text.ts";
import type { Route } from "../snapshot/route.ts";
import { origin } from "./origin.ts";
import type { RouteOrigin } from "./route-explanation.ts";

/** Protocols that one kind of program alone notes with its rows (rt_protos). */
const NOTED: Readonly<Record<string, RouteOrigin["by"]>> = {
  kernel: "kernel",
  dhcp: "dhcp",
  ra: "router-advertisement",
  redirect: "redirect",
};
const ROUTING_DAEMONS = new Set(
  "gated mrt zebra bird babel bgp isis ospf rip eigrp openr keepalived xorp dnrouted ntk".split(" "),
);

/** Tables that one client uses for itself (macos-facts §12, openconnect-facts §5). */
const CLIENT_TABLES: readonly (readonly [RegExp, string])[] = [
  [/^52$/, "tailscale"],
  [/^518[2-4]\d$/, "wireguard"],
  [/^220$/, "strongswan"],
];

/** Who put a row of Linux there, by what the kernel notes with it: `protocol`, type and table. Null when that says nothing. */
export function linuxOrigin(facts: Facts, route: Route): RouteOrigin | null {
  const { protocol } = route;
  const evidence = [codedText("origin-protocol", { protocol: protocol ?? "" })];
  const noted = protocol === null ? undefined : NOTED[protocol];
  if (noted !== undefined) return origin(noted, "proven", { interface: route.interface ?? "" }, evidence);
  if (protocol !== null && ROUTING_DAEMONS.has(protocol))
    return origin("routing-daemon", "proven", { protocol }, evidence);
  return byTable(facts, route) ?? (protocol === "static" ? origin("administrator", "likely", {}, evidence) : null);
}

function byTable(facts: Facts, { table }: Route): RouteOrigin | null {
  const kind = CLIENT_TABLES.find(([name]) => name.test(table))?.[1];
  if (kind === undefined) return null;
  const client = facts.clients.find((entry) => entry.alive && entry.kind === kind);
  // The text is chosen by `context`: without its process the client's name is all that is known.
  const args = { client: kind, pid: client?.pid ?? 0, context: client === undefined ? "gone" : "table" };
  const evidence = [codedText("origin-table", { table, client: kind })];
  return origin("client", "likely", args, evidence);
}
