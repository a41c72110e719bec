import { parseAddress } from "../../shared/network/address.ts";
import { formatPrefix, hostPrefix, parsePrefix } from "../../shared/network/prefix.ts";
import type { Route } from "../../shared/snapshot/route.ts";
import type { Host } from "./host.ts";

const IP = "/usr/sbin/ip";

/**
 * The rows among `routes` of which a metric is locked (`mtu lock 1200`), or may be. iproute2 prints that as text only, never
 * as JSON; such a row would come back unlocked, so it is left alone. Throws Refusal when `ip` cannot be run.
 */
export async function lockedAmong(routes: readonly Route[], host: Host): Promise<ReadonlySet<Route>> {
  const withMetrics = routes.filter(({ metrics }) => Object.keys(metrics).length > 0);
  const byTable = new Map<string, Route[]>();
  for (const route of withMetrics) {
    const key = `${route.family} ${route.table}`;
    byTable.set(key, [...(byTable.get(key) ?? []), route]);
  }
  const locked = [...byTable.values()].map((rows) => lockedInTable(rows, host));
  return new Set((await Promise.all(locked)).flat());
}

/** Of rows of one table. */
async function lockedInTable(rows: readonly Route[], host: Host): Promise<Route[]> {
  const [first, ...others] = rows;
  if (first === undefined) return [];
  const family = first.family === "inet" ? "-4" : "-6";
  const which = others.length === 0 ? ["exact", first.destination] : [];
  const { output } = await host.run([IP, family, "route", "show", "table", first.table, ...which]);
  const destinations = new Set(
    output
      .split("\n")
      .filter((line) => line.includes(" lock "))
      .map(destinationIn),
  );
  // Of a line that cannot be read it is not known which row it is.
  return destinations.has(null) ? [...rows] : rows.filter(({ destination }) => destinations.has(destination));
}

// A host is printed without its length. A default is not removed, so it need not be known here.
function destinationIn(line: string): string | null {
  const [word = ""] = line.split(" ", 1);
  const address = parseAddress(word);
  const prefix = address === null ? parsePrefix(word) : hostPrefix(address);
  return prefix === null ? null : formatPrefix(prefix);
}
