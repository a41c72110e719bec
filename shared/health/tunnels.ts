import { parseAddress } from "../network/address.ts";
import { isDeviceTunnel } from "../network/device-tunnel.ts";
import { isHostPrefix } from "../network/prefix.ts";
import { destinationOf, isDefault } from "../network/route-prefix.ts";
import { isLinkLocalAddress, isMulticastAddress } from "../network/special-prefixes.ts";
import { isComplete, valuesOf } from "../snapshot/part.ts";
import type { Route } from "../snapshot/route.ts";
import type { Facts } from "./facts.ts";
import { oncePerFacts, oncePerKey } from "./once-per-facts.ts";

/** Whether the process that made a tunnel interface still holds it. */
export type Ownership = "alive" | "gone" | "unknown";

/** Who holds the tunnel interface, by what its kind of device guarantees. */
export function tunnelOwnership(facts: Facts, name: string): Ownership {
  const known = facts.interfaces.get(name);
  if (known === undefined) return facts.presenceOf(name) === "absent" ? "gone" : "unknown";
  if (valuesOf(facts.snapshot.tunnelOwners).some((owner) => owner.interface === name)) return "alive";
  if (facts.snapshot.os === "darwin") return darwinOwnership(facts, name);
  if (known.kind === "wireguard" || known.persistent === false) return "alive";
  // A tun device has a carrier exactly while a process has it open (macos-facts §12).
  if (known.kind === "tun" && known.up && known.carrier === false) return "gone";
  return isComplete(facts.snapshot.tunnelOwners) && known.persistent === true ? "gone" : "unknown";
}

// A utun lives exactly as long as its control socket (macos-facts §7). The old tun/tap kexts leave devices behind, and a
// `feth` is the system's: it outlives the ZeroTier that made it.
function darwinOwnership(facts: Facts, name: string): Ownership {
  const isZeroTiers = name.startsWith("feth");
  if (!isZeroTiers && !/^(?:tun|tap)\d/.test(name)) return "alive";
  const mayHold = (kind: string) => !isZeroTiers || kind === "zerotier";
  const someClientLives = facts.clients.some((client) => client.alive && mayHold(client.kind));
  if (isZeroTiers && someClientLives) return "alive";
  return facts.processesComplete && !someClientLives ? "gone" : "unknown";
}

/** Whether the row leads into a tunnel whose owner is gone, where packets vanish. */
export function leadsIntoLostTunnel(facts: Facts, { interface: name }: Route): boolean {
  return name !== null && facts.isTunnel(name) && tunnelOwnership(facts, name) === "gone";
}

/** The unscoped rows by which a tunnel takes traffic: without its own addresses, link-local and multicast rows. */
export const tunnelRoutes = oncePerKey((facts, name: string): readonly Route[] =>
  (facts.routesByInterface.get(name) ?? []).filter((route) => !route.scoped && takesTraffic(route)),
);

/** Names of tunnel interfaces that carry a VPN: they have routes or an address beyond link-local (macos-facts §7). */
export const vpnTunnels = oncePerFacts((facts): readonly string[] => {
  const tunnels = [...facts.routesByInterface].filter(([name]) => facts.isTunnel(name));
  const routed = tunnels.filter(([, rows]) => rows.some(takesTraffic)).map(([name]) => name);
  const addressed = [...facts.interfaces.values()].filter(hasRoutableAddress).map((entry) => entry.name);
  const ruled = foreignTableInterfaces(facts);
  const names = new Set([...routed, ...[...addressed, ...ruled].filter(facts.isTunnel)]);
  return [...names].filter((name) => !onlyConnectsDevice(facts, name)).toSorted();
});

/** VPN tunnels whose interface exists (or is not known to be missing) and whose owner is not known to be gone. */
export const livingTunnels = oncePerFacts((facts): readonly string[] =>
  vpnTunnels(facts).filter((name) => tunnelOwnership(facts, name) !== "gone"),
);

// Whoever is recognised as a VPN client holds a VPN, whatever its form.
function onlyConnectsDevice(facts: Facts, name: string): boolean {
  return isDeviceTunnel(name, facts.snapshot) && !facts.clients.some((client) => client.interface === name);
}

function hasRoutableAddress(entry: Facts["interfaces"] extends ReadonlyMap<string, infer One> ? One : never): boolean {
  return entry.addresses.some(({ address }) => {
    const parsed = parseAddress(address);
    return parsed !== null && !isLinkLocalAddress(parsed);
  });
}

// wg-quick and Tailscale route by tables of their own, which rules select (macos-facts §12).
function foreignTableInterfaces({ snapshot: { routes } }: Facts): Set<string> {
  const names = new Set<string>();
  for (const rows of [valuesOf(routes.inet), valuesOf(routes.inet6)]) {
    for (const { table, interface: name } of rows) {
      if (name !== null && table !== "main" && table !== "local") names.add(name);
    }
  }
  return names;
}

function takesTraffic(route: Route): boolean {
  const destination = destinationOf(route);
  if (route.type !== "unicast" || isMulticastAddress(destination)) return false;
  // Apple's own tunnels carry one scoped IPv6 default each; that is no VPN (macos-facts §6).
  if (isDefault(route)) return !route.scoped;
  return !isLinkLocalAddress(destination) && !isOwnAddressRow(route);
}

function isOwnAddressRow(route: Route): boolean {
  return isHostPrefix(destinationOf(route)) && route.destination.startsWith(`${route.gateway}/`);
}
