import type { Family } from "../network/address.ts";
import { isComplete, valuesOf } from "../snapshot/part.ts";
import type { Facts } from "./facts.ts";
import { connectedInterfaces } from "./uplink.ts";

/**
 * Whether it is known where ordinary packets of the family go: every row is listed, and of rows in further tables
 * (wg-quick, Tailscale) also the rules, which alone tell whether they are used (macos-facts §12). Without, nothing may be
 * concluded from the row that seems to take an address: another one may.
 */
export function isForwardingKnown(facts: Facts, family: Family): boolean {
  const { routes, rules } = facts.snapshot;
  if (!isComplete(routes[family])) return false;
  // Of some rules alone nothing follows: the one that leads to the main table may be among the others.
  if (rules.observed) return !rules.partial;
  return valuesOf(routes[family]).every(({ table }) => table === "main" || table === "local");
}

/** Whether the rows of both families are listed; those of IPv6 are not missed where none of them could be used. */
export function isEveryWayListed(facts: Facts): boolean {
  const { inet, inet6 } = facts.snapshot.routes;
  return isComplete(inet) && (isComplete(inet6) || isInet6Impossible(facts));
}

/** Whether no interface has an address from which IPv6 could leave the link, whatever rows are left. */
export function isInet6Impossible(facts: Facts): boolean {
  return facts.interfacesComplete && connectedInterfaces(facts, "inet6").length === 0;
}
