import { parseAddress } from "../network/address.ts";
import { isLinkLocalAddress } from "../network/special-prefixes.ts";
import { isTunnelInterface } from "../network/tunnel-names.ts";
import { valuesOf } from "../snapshot/part.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { clientKind } from "./client-kinds.ts";
import type { VpnClient } from "./vpn-client.ts";

/**
 * Gives the one client without a known tunnel the one tunnel without a known owner. Only when both are single is there
 * nothing to confuse; otherwise the interface stays unknown. Services that run without a tunnel get none.
 */
export function inferTunnel(clients: readonly VpnClient[], snapshot: Snapshot): VpnClient[] {
  const unowned = unownedTunnels(snapshot, clients);
  const without = clients.filter((client) => client.interface === null && clientKind(client.kind)?.service === false);
  const [tunnel, ...otherTunnels] = unowned;
  const [lonely, ...otherClients] = without;
  if (tunnel === undefined || lonely === undefined || otherTunnels.length > 0 || otherClients.length > 0)
    return [...clients];
  return clients.map((client) => (client === lonely ? { ...client, interface: tunnel } : client));
}

function unownedTunnels(snapshot: Snapshot, clients: readonly VpnClient[]): string[] {
  const owned = new Set([
    ...valuesOf(snapshot.tunnelOwners).map((owner) => owner.interface),
    ...clients.flatMap((client) => client.interface ?? []),
  ]);
  return tunnelNames(snapshot).filter((name) => !owned.has(name));
}

// Apple's own tunnels have link-local addresses only (macos-facts §7): a VPN's tunnel has another address or routes.
function tunnelNames(snapshot: Snapshot): string[] {
  const known = new Map(valuesOf(snapshot.interfaces).map((entry) => [entry.name, entry]));
  const addressed = [...known.values()].filter((entry) =>
    entry.addresses.some(({ address }) => {
      const parsed = parseAddress(address);
      return parsed !== null && !isLinkLocalAddress(parsed);
    }),
  );
  const routed = valuesOf(snapshot.routes.inet).flatMap((route) => route.interface ?? []);
  const names = new Set([...addressed.map((entry) => entry.name), ...routed]);
  return [...names].filter((name) => isTunnelInterface(name, known.get(name), snapshot.os)).toSorted();
}
