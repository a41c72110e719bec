import type { Family } from "../network/address.ts";
import type { Rule } from "../snapshot/interface.ts";
import { isComplete, valuesOf } from "../snapshot/part.ts";
import type { Route } from "../snapshot/route.ts";
import type { Facts } from "./facts.ts";
import { livingTunnels } from "./tunnels.ts";

/** A table of its own that a client routes by, and the tunnel that it leads into. */
export interface PolicyTable {
  readonly table: string;
  readonly interface: string;
}

/** Tables that clients only ever use together with rules: Tailscale's 52, wg-quick's 51820 and the next free ones (macos-facts §12). */
const RULED_TABLES = /^(?:52|518[2-4]\d)$/;
/** strongSwan's table; it leads out of the physical interface, and the kernel wraps the packets up (openconnect-facts §5). */
const STRONGSWAN_TABLE = "220";

/**
 * Tables of clients that lead into a living tunnel, but that no rule selects, so that nothing goes there: seen after a
 * suspend, when systemd-networkd had removed foreign rules (macos-facts §12, capture 244).
 */
export function unselectedTables(facts: Facts): PolicyTable[] {
  const { routes, rules } = facts.snapshot;
  if (facts.snapshot.os === "darwin" || !isComplete(rules)) return [];
  // A tun that is not listed may be one without owner.
  const living = new Set(livingTunnels(facts).filter((name) => facts.interfaces.has(name)));
  const found = (["inet", "inet6"] as const).flatMap((family) =>
    valuesOf(routes[family]).flatMap(({ table, interface: name, type }) => {
      const used = type === "unicast" && name !== null && living.has(name) && RULED_TABLES.test(table);
      return used && !isSelected(facts, table, family) ? [{ table, interface: name }] : [];
    }),
  );
  const byTable = new Map(found.map((entry) => [`${entry.table} ${entry.interface}`, entry]));
  return [...byTable.values()].toSorted((a, b) => (a.interface < b.interface ? -1 : 1));
}

/** Rows of tables beside `main` that lead ordinary IPv4 traffic into a tunnel, as far as the rules are known. */
export function policyRoutes(facts: Facts, tunnel: string): Route[] {
  const { routes, rules } = facts.snapshot;
  if (!isComplete(rules)) return [];
  const chosen = new Set(valuesOf(rules).flatMap((rule) => (isForOrdinaryTraffic(rule) ? (rule.table ?? []) : [])));
  return valuesOf(routes.inet).filter(
    ({ table, interface: name, type }) =>
      name === tunnel && type === "unicast" && table !== "main" && table !== "local" && chosen.has(table),
  );
}

function isForOrdinaryTraffic(rule: Rule): boolean {
  return rule.family === "inet" && rule.source === "all" && (rule.firewallMark === null || rule.negated);
}

/** Whether strongSwan runs and has routes: a VPN without any tunnel interface. */
export function isStrongswanRouting(facts: Facts): boolean {
  const runs = facts.clients.some((client) => client.alive && client.kind === "strongswan");
  return runs && valuesOf(facts.snapshot.routes.inet).some((route) => route.table === STRONGSWAN_TABLE);
}

// The rules of a family that shows none at all were not asked for: every kernel has at least three.
function isSelected(facts: Facts, table: string, family: Family): boolean {
  const rules = valuesOf(facts.snapshot.rules).filter((rule) => rule.family === family);
  return rules.length === 0 || rules.some((rule) => rule.table === table);
}
