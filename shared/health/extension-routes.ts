import { parseAddress } from "../network/address.ts";
import { isLinkLocalAddress } from "../network/special-prefixes.ts";
import { LINK } from "../snapshot/route.ts";
import type { Route } from "../snapshot/route.ts";
import type { Facts } from "./facts.ts";
import { tunnelRoutes } from "./tunnels.ts";

/**
 * Rows that a stopped Network Extension may have left: macOS 12 keeps the extension's interface and its included routes
 * after the tunnel was stopped (macos-facts §7, capture 312). Such rows clone (`link#N UCS`), as only the system's own
 * do; the interface has lost its address, and no client that is known runs. A utun without address is no proof, so this
 * is no more than a suspicion; who holds the interface says nothing, since that is the system itself.
 */
export function routesLeftByExtension(facts: Facts, name: string): Route[] {
  if (facts.snapshot.os !== "darwin" || !/^utun\d/.test(name) || !facts.processesComplete) return [];
  if (facts.clients.some((client) => client.alive) || !hasLostAddress(facts, name)) return [];
  return tunnelRoutes(facts, name).filter((route) => route.gateway === LINK && isOfSystem(route));
}

function hasLostAddress(facts: Facts, name: string): boolean {
  const known = facts.interfaces.get(name);
  if (known === undefined || !facts.interfacesComplete) return false;
  return known.addresses.every(({ address }) => {
    const parsed = parseAddress(address);
    return parsed === null || isLinkLocalAddress(parsed);
  });
}

function isOfSystem({ flags }: Route): boolean {
  return flags.includes("C") && flags.includes("S");
}
