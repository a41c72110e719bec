import type { VpnClient } from "../clients/vpn-client.ts";
import { destinationOf } from "../network/route-prefix.ts";
import type { Route } from "../snapshot/route.ts";
import type { Facts } from "./facts.ts";
import { mayRepairFor } from "./pins.ts";
import { livingTunnels } from "./tunnels.ts";

/**
 * Whether some living tunnel takes the route's destination and may need the route as the pin of its own server: its owner
 * is not known, or pins. A client that marks its sockets needs no pin (capture 235).
 */
export function mayBeNeededByTunnel(facts: Facts, route: Route): boolean {
  const living = livingTunnels(facts).filter((name) => !isKnownNotToPin(facts, name));
  return facts.routesByDestination
    .matches(destinationOf(route))
    .some((row) => !row.scoped && row.interface !== null && living.includes(row.interface));
}

function isKnownNotToPin(facts: Facts, tunnel: string): boolean {
  const owners = facts.clients.filter((client) => client.alive && client.interface === tunnel);
  return owners.length > 0 && owners.every((client) => client.family !== "pins-host-route");
}

/**
 * Whether a client that pins and guards its own routes has a tunnel up, so that pins are left to it: it repairs them by
 * itself and takes offence when others do (openconnect-facts §5). Its service alone, without a tunnel, is no reason. A
 * guarding client whose tunnel is not known may hold any tunnel that nobody else is known to hold.
 */
export function isLeftToGuard(facts: Facts): boolean {
  return guardsUp(facts).length > 0 || isSomeHolderUnseen(facts);
}

/** The clients that guard their own pins and have, or may have, a tunnel up. */
export function guardsUp(facts: Facts): VpnClient[] {
  const living = livingTunnels(facts);
  const someUnowned = hasUnownedTunnel(facts);
  const isUp = ({ interface: name }: VpnClient) => (name === null ? someUnowned : living.includes(name));
  return facts.clients.filter((client) => client.alive && isGuard(client) && isUp(client));
}

// Without the processes nothing tells whether it is a guard who holds a tunnel.
function isSomeHolderUnseen(facts: Facts): boolean {
  return !facts.processesComplete && hasUnownedTunnel(facts);
}

function hasUnownedTunnel(facts: Facts): boolean {
  const owned = new Set(facts.clients.flatMap((client) => client.interface ?? []));
  return livingTunnels(facts).some((tunnel) => !owned.has(tunnel));
}

function isGuard(client: VpnClient): boolean {
  return client.family === "pins-host-route" && !mayRepairFor(client);
}
