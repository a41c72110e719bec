import { parseAddress } from "../network/address.ts";
import { isDeviceTunnel } from "../network/device-tunnel.ts";
import { dialUpUse, isDialUpName } from "../network/dial-up.ts";
import { isLinkLocalAddress } from "../network/special-prefixes.ts";
import { isTunnelInterface } from "../network/tunnel-names.ts";
import { isComplete, valuesOf } from "../snapshot/part.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { TunnelTraits } from "./client-kind.ts";
import { CLIENT_KINDS, clientKind } from "./client-kinds.ts";
import type { VpnClient } from "./vpn-client.ts";

/**
 * Gives tunnels without a known owner to clients without a known tunnel: first those that can only be one client's, by
 * their traits; then the one tunnel that is left to the one client that is left. Only when both are single is there
 * nothing to confuse; otherwise the interface stays unknown. Of those, services that run without a tunnel get none.
 */
export function inferTunnel(clients: readonly VpnClient[], snapshot: Snapshot): VpnClient[] {
  if (clients.every((client) => client.interface !== null)) return [...clients];
  const unowned = tunnelTraits(snapshot).filter(({ name }) => !isOwned(name, clients, snapshot));
  const recognised = clients.map((client) => withOwnTunnel(client, clients, unowned));
  // The one that is left is only known when all are; tunnels are also known by their rows.
  const { processes, interfaces } = snapshot;
  if (!isComplete(processes) || (interfaces.observed && interfaces.partial)) return recognised;
  const anybodys = unowned.filter((tunnel) => !CLIENT_KINDS.some((kind) => kind.recognisesTunnel?.(tunnel) === true));
  const without = recognised.filter(
    (client) => client.interface === null && clientKind(client.kind)?.service === false,
  );
  // By rows alone a tunnel without rows is not seen, and then the one that has some may be a service's.
  const mayBeOfService = recognised.some((client) => client.interface === null && !without.includes(client));
  if (!interfaces.observed && mayBeOfService) return recognised;
  const [tunnel, ...otherTunnels] = anybodys;
  const [lonely, ...otherClients] = without;
  if (tunnel === undefined || lonely === undefined || otherTunnels.length > 0 || otherClients.length > 0)
    return recognised;
  return recognised.map((client) => (client === lonely ? { ...client, interface: tunnel.name } : client));
}

function withOwnTunnel(client: VpnClient, clients: readonly VpnClient[], unowned: readonly TunnelTraits[]): VpnClient {
  if (client.interface !== null || clients.some((other) => other !== client && other.kind === client.kind))
    return client;
  const own = unowned.filter((tunnel) => clientKind(client.kind)?.recognisesTunnel?.(tunnel) === true);
  const [only, ...others] = own;
  return only === undefined || others.length > 0 ? client : { ...client, interface: only.name };
}

function isOwned(name: string, clients: readonly VpnClient[], snapshot: Snapshot): boolean {
  if (clients.some((client) => client.interface === name)) return true;
  return valuesOf(snapshot.tunnelOwners).some((owner) => owner.interface === name);
}

// Apple's own tunnels have link-local addresses only (macos-facts §7): a VPN's tunnel has another address or routes.
function tunnelTraits(snapshot: Snapshot): TunnelTraits[] {
  const known = new Map(valuesOf(snapshot.interfaces).map((entry) => [entry.name, entry]));
  const addressed = [...known.values()].filter((entry) =>
    entry.addresses.some(({ address }) => {
      const parsed = parseAddress(address);
      return parsed !== null && !isLinkLocalAddress(parsed);
    }),
  );
  const rows = valuesOf(snapshot.routes.inet);
  const names = new Set([...addressed.map(({ name }) => name), ...rows.map((row) => row.interface ?? "")]);
  const tunnels = [...names].filter(
    (name) => isTunnelInterface(name, known.get(name), snapshot.os) && mayBeVpn(name, snapshot),
  );
  const destinations = new Map(tunnels.map((name) => [name, new Set<string>()]));
  for (const row of rows) destinations.get(row.interface ?? "")?.add(row.destination);
  return [...destinations]
    .map(([name, routed]) => ({ name, kind: known.get(name)?.kind ?? null, destinations: routed }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

// Neither the line of a provider nor the tunnel to a phone is a VPN client's.
function mayBeVpn(name: string, snapshot: Snapshot): boolean {
  if (isDialUpName(name)) return dialUpUse(name, snapshot) !== "uplink";
  return !isDeviceTunnel(name, snapshot);
}
