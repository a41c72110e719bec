import { Address4, Address6 } from "ip-address";
import type { Interface } from "../../../shared/snapshot/interface.ts";
import { valuesOf } from "../../../shared/snapshot/part.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import type { Snapshot } from "../../../shared/snapshot/snapshot.ts";

/**
 * Whether a snapshot shows at all that a row cannot carry a packet: its interface is gone or down, its link, its source
 * address or its tunnel's owner is, or its next hop is on no network of its interface or does not answer there. It is
 * written without the product's rules and with another library for addresses, and is simpler than they are: what it calls
 * dead may still be worth keeping, but what it does not call dead must never be removed.
 */
export function isShownDead(route: Route, snapshot: Snapshot): boolean {
  if (route.interface === null) return false;
  const own = valuesOf(snapshot.interfaces).find(({ name }) => name === route.interface);
  if (route.flags.includes("linkdown") || route.flags.includes("dead")) return true;
  if (own === undefined ? isListComplete(snapshot) : !own.up || own.carrier === false) return true;
  if (isRouterSilent(route, snapshot) || isSourceGone(route, snapshot)) return true;
  return isOwnerGone(route.interface, snapshot) || isNextHopAway(route, own, snapshot);
}

/** Whether the address is on a network of the interface, as far as the snapshot shows. */
export function isShownOnLink(address: string, name: string, snapshot: Snapshot): boolean {
  if (/^fe80:/i.test(address) || address.startsWith("169.254.")) return true;
  const own = valuesOf(snapshot.interfaces).find((entry) => entry.name === name);
  return networksOf(name, own, snapshot).some((network) => contains(network, address));
}

function isListComplete({ interfaces }: Snapshot): boolean {
  return interfaces.observed && !interfaces.partial;
}

function isRouterSilent({ gateway, interface: name }: Route, { neighbours }: Snapshot): boolean {
  const entry = valuesOf(neighbours).find((one) => one.address === gateway && one.interface === name);
  return /failed|incomplete/.test(entry?.state ?? "");
}

function isSourceGone({ source }: Route, snapshot: Snapshot): boolean {
  if (source === null || !isListComplete(snapshot)) return false;
  const bare = source.replace(/%.*/, "");
  return !valuesOf(snapshot.interfaces).some(({ addresses }) => addresses.some(({ address }) => address === bare));
}

// Devices that outlive their program: the old tun and tap of macOS, persistent ones of Linux.
function isOwnerGone(name: string, snapshot: Snapshot): boolean {
  return /^(?:tun|tap)\d/.test(name) && !valuesOf(snapshot.tunnelOwners).some((owner) => owner.interface === name);
}

function isNextHopAway(route: Route, own: Interface | undefined, snapshot: Snapshot): boolean {
  if (route.gateway === "link" || route.interface === null) return false;
  if (route.destination.endsWith("/0") && /^(?:127\.|::1$)/.test(route.gateway)) return true;
  const networks = networksOf(route.interface, own, snapshot);
  const isAnythingKnown = own !== undefined || networks.length > 0 || hasNoInetService(snapshot);
  return isAnythingKnown && !isShownOnLink(route.gateway, route.interface, snapshot);
}

// configd puts 224.0.0.0/24 on the loopback only while there is no IPv4 service at all (macos-facts §1.2).
function hasNoInetService(snapshot: Snapshot): boolean {
  return valuesOf(snapshot.routes.inet).some((row) => row.destination === "224.0.0.0/24" && row.interface === "lo0");
}

function networksOf(name: string, own: Interface | undefined, snapshot: Snapshot): string[] {
  const rows = [...valuesOf(snapshot.routes.inet), ...valuesOf(snapshot.routes.inet6)].filter(
    (row) => row.interface === name && row.gateway === "link" && row.type === "unicast" && !row.destination.endsWith("/0"),
  );
  const addresses = (own?.addresses ?? []).flatMap(({ address, prefixLength, peer }) => [
    `${address}/${prefixLength}`,
    ...(peer === null ? [] : [peer]),
  ]);
  return [...rows.map(({ destination }) => destination), ...addresses];
}

function contains(network: string, address: string): boolean {
  const [bare, inner] = [network.replace(/%[^/]*/, ""), address.replace(/%.*/, "")];
  if (bare.includes(":") !== inner.includes(":")) return false;
  return inner.includes(":") ? new Address6(inner).isInSubnet(new Address6(bare)) : new Address4(inner).isInSubnet(new Address4(bare));
}
