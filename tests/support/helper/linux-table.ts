import { parseAddress } from "../../../shared/network/address.ts";
import { parsePrefix, prefixContains } from "../../../shared/network/prefix.ts";
import { occupantsOf } from "../../../shared/repair/route-match.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import { linuxRoute } from "../example-route.ts";
import { printIpRoutes } from "../ip-route-printer.ts";

/** The rows of one family as `ip -j route show table all` prints them. */
export function printLinuxTable(rows: readonly Route[], family: Route["family"]): string {
  return printIpRoutes(rows.filter((row) => row.family === family));
}

/** Does to the rows what `ip -4|-6 route add|del|change …` does, and gives its exit status. */
export function runIpRoute(rows: Route[], words: readonly string[]): number {
  const [familyOption, , verb, ...rest] = words;
  const wanted = routeFrom(rest, familyOption === "-4" ? "inet" : "inet6");
  const place = rows.findIndex((row) => matches(row, wanted));
  if (verb === "del") return place < 0 ? 2 : (rows.splice(place, 1), 0);
  const occupants = occupantsOf(wanted, rows, "linux");
  if (!isReachable(wanted, rows)) return 2;
  if (verb === "add") return occupants.length > 0 ? 2 : (rows.push(wanted), 0);
  const old = occupants[0];
  return old === undefined ? 2 : (rows.splice(rows.indexOf(old), 1, wanted), 0);
}

function routeFrom([destination = "", ...words]: readonly string[], family: Route["family"]): Route {
  const value = (name: string) => (words.includes(name) ? (words[words.indexOf(name) + 1] ?? null) : null);
  const protocol = value("proto");
  const scope = value("scope");
  const metric = value("metric");
  const mtu = value("mtu");
  return linuxRoute({
    family,
    destination,
    gateway: value("via") ?? "link",
    interface: value("dev"),
    table: value("table") ?? "main",
    protocol: protocol === "boot" ? null : protocol,
    scope: scope === "global" ? null : scope,
    source: value("src"),
    metric: metric === null ? null : Number(metric),
    metrics: mtu === null ? {} : { mtu: Number(mtu) },
    host: /\/(?:32|128)$/.test(destination),
    flags: words.includes("onlink") ? ["onlink"] : [],
    preference: family === "inet" ? null : (value("pref") ?? "medium"),
  });
}

function matches(row: Route, wanted: Route): boolean {
  const same = ["family", "destination", "gateway", "interface", "table", "protocol", "source", "metric"] as const;
  return same.every((field) => row[field] === wanted[field]);
}

// "Nexthop has invalid gateway": the kernel wants a row over the link that covers the next hop.
function isReachable({ gateway, interface: link }: Route, rows: readonly Route[]): boolean {
  const address = parseAddress(gateway);
  if (address === null) return true;
  return rows.some((row) => {
    const prefix = parsePrefix(row.destination);
    return row.gateway === "link" && row.interface === link && prefix !== null && prefixContains(prefix, address);
  });
}
