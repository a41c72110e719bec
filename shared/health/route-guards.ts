import type { VpnClient } from "../clients/vpn-client.ts";
import { destinationOf } from "../network/route-prefix.ts";
import type { Route } from "../snapshot/route.ts";
import type { Facts } from "./facts.ts";
import { mayRepairFor } from "./pins.ts";
import { livingTunnels } from "./tunnels.ts";

/** Names of the living tunnels that the destination of a route would go into without that route. */
export function livingTunnelsAround(facts: Facts, route: Route): string[] {
  const living = new Set(livingTunnels(facts));
  const rows = facts.routesByDestination.matches(destinationOf(route)).filter((row) => !row.scoped);
  return [...new Set(rows.flatMap((row) => row.interface ?? []))].filter((name) => living.has(name));
}

/**
 * Whether a client that pins and guards its own routes has a tunnel up, so that pins are left to it: it repairs them by
 * itself and takes offence when others do (openconnect-facts §5). Its service alone, without a tunnel, is no reason. A
 * guarding client whose tunnel is not known may hold any tunnel that nobody else is known to hold.
 */
export function isLeftToGuard(facts: Facts): boolean {
  const living = livingTunnels(facts);
  const owned = new Set(facts.clients.flatMap((client) => client.interface ?? []));
  const isUp = ({ interface: name }: VpnClient) =>
    name === null ? living.some((tunnel) => !owned.has(tunnel)) : living.includes(name);
  return facts.clients.some((client) => client.alive && isGuard(client) && isUp(client));
}

function isGuard(client: VpnClient): boolean {
  return client.family === "pins-host-route" && !mayRepairFor(client);
}
