import { parseAddress } from "../network/address.ts";
import type { Family } from "../network/address.ts";
import { prefixContains, prefixOf } from "../network/prefix.ts";
import { isDefault, nextHopOf } from "../network/route-prefix.ts";
import { isLinkLocalAddress } from "../network/special-prefixes.ts";
import type { Interface, InterfaceAddress } from "../snapshot/interface.ts";
import { valuesOf } from "../snapshot/part.ts";
import { LINK, routeKey } from "../snapshot/route.ts";
import type { Route } from "../snapshot/route.ts";
import { connectedNetworks } from "./connected-networks.ts";
import type { Facts } from "./facts.ts";
import type { RouterHint } from "../snapshot/snapshot.ts";
import type { NetworkIdentity } from "./finding.ts";
import { isMarkedLost } from "./link-marks.ts";
import { isUsable } from "./next-hop.ts";
import { oncePerFacts, oncePerKey } from "./once-per-facts.ts";

/** The router of the network that the machine is connected to now, outside every tunnel. */
export interface Uplink {
  readonly interface: string;
  readonly gateway: string;
  /** The default row it was read from; null when it comes from DHCP or another hint. */
  readonly route: Route | null;
}

/**
 * The router by which traffic leaves beside the tunnels: the usable default row through a physical interface (unscoped
 * rows before scoped ones, lowest metric first), else a hint of the system whose address is on-link, else the only
 * neighbour that the kernel takes for a router. The global default alone is no answer: a full tunnel replaces it
 * (openconnect-facts §7.3).
 */
export const uplinkOf = oncePerKey((facts, family: Family): Uplink | null => {
  const row = physicalDefaults(facts, family).find((route) => nextHopOf(route) !== null && isUsable(facts, route));
  if (row?.interface != null) return { interface: row.interface, gateway: row.gateway, route: row };
  const hint = valuesOf(facts.snapshot.routerHints)
    .toSorted((a, b) => (`${a.interface} ${a.router}` < `${b.interface} ${b.router}` ? -1 : 1))
    .find((entry) => isOfPresentLease(facts, entry) && isOnLink(facts, entry.interface, entry.router, family));
  return hint === undefined
    ? routerNeighbour(facts, family)
    : { interface: hint.interface, gateway: hint.router, route: null };
});

// The kernel marks the router's own neighbour entry (flag r), also when the default route is gone (macos-facts §3.1).
function routerNeighbour(facts: Facts, family: Family): Uplink | null {
  const routers = valuesOf(facts.snapshot.neighbours)
    .filter((entry) => entry.router && entry.state !== "failed" && !entry.address.includes(":"))
    .filter((entry) => isOnLink(facts, entry.interface, entry.address, family));
  const [only, ...others] = routers;
  return only === undefined || others.length > 0
    ? null
    : { interface: only.interface, gateway: only.address, route: null };
}

/** Interfaces of virtual machines, containers and Apple's peer-to-peer services: never the way to a network. */
const NEVER_UPLINK =
  /^(?:docker|br-|virbr|veth|vnet|lxc|cni|cali|flannel|vmnet|vboxnet|bridge\d{3}|vmenet|awdl|llw|ap\d|anpi|gif|stf|p2p)/;

/** Default rows through physical interfaces in order of preference, whatever their state. */
export const physicalDefaults = oncePerKey((facts, family: Family): readonly Route[] =>
  facts.routes
    .filter((route) => route.family === family && isDefault(route) && route.type === "unicast")
    .filter((route) => route.interface !== null && mayBeUplink(facts, route.interface))
    .toSorted(
      (a, b) =>
        Number(a.scoped) - Number(b.scoped) ||
        Number(isRouterBound(facts, a)) - Number(isRouterBound(facts, b)) ||
        (a.metric ?? 0) - (b.metric ?? 0) ||
        (routeKey(a) < routeKey(b) ? -1 : 1),
    ),
);

// Of the defaults that a full tunnel has demoted, the primary network's is the one whose network row is for all. To the
// router of another network XNU finds no row but the tunnel's, and binds a pin through it to the tunnel
// (macos-facts §4.2, §6).
function isRouterBound(facts: Facts, { scoped, gateway, interface: name }: Route): boolean {
  const router = parseAddress(gateway);
  if (!scoped || router === null) return false;
  const rows = facts.routesByDestination.matches(router);
  return !rows.some((row) => !row.scoped && row.interface === name && row.gateway === LINK && !isDefault(row));
}

// Kill switches lead the default into a device of kind `dummy`, which leads nowhere (capture 247).
function mayBeUplink(facts: Facts, name: string): boolean {
  return facts.isPhysical(name) && !NEVER_UPLINK.test(name) && facts.interfaces.get(name)?.kind !== "dummy";
}

/** Physical interfaces that are up, not known to lack a carrier, and have an address of the family beyond link-local. */
export function connectedInterfaces(facts: Facts, family: Family): Interface[] {
  return [...facts.interfaces.values()]
    .filter((entry) => entry.up && entry.carrier !== false && mayBeUplink(facts, entry.name))
    .filter((entry) => hasAddressBeyondLink(entry, family))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function hasAddressBeyondLink(entry: Interface, family: Family): boolean {
  return entry.addresses.some((address) => address.family === family && !isOfLink(address));
}

/** The identity of the present network (02-architecture: interface, own address, router address, router's link address). */
export function networkIdentityOf(facts: Facts): NetworkIdentity | null {
  const uplink = uplinkOf(facts, "inet") ?? uplinkOf(facts, "inet6");
  return uplink === null ? null : identityThrough(facts, uplink);
}

/** The identity of the network on one interface, by the default row there that is usable; null when there is none. */
export function networkOn(facts: Facts, interfaceName: string, family: Family): NetworkIdentity | null {
  return networksByInterface(facts)[family].get(interfaceName) ?? null;
}

const networksByInterface = oncePerFacts((facts) => {
  const networks = { inet: new Map<string, NetworkIdentity>(), inet6: new Map<string, NetworkIdentity>() };
  for (const family of ["inet", "inet6"] as const) {
    for (const route of physicalDefaults(facts, family)) {
      const { interface: name, gateway } = route;
      if (name === null || networks[family].has(name) || nextHopOf(route) === null || !isUsable(facts, route)) continue;
      networks[family].set(name, identityThrough(facts, { interface: name, gateway, route }));
    }
  }
  return networks;
});

function identityThrough(facts: Facts, uplink: Uplink): NetworkIdentity {
  const family = uplink.gateway.includes(":") ? "inet6" : "inet";
  const own = ownAddress(facts.interfaces.get(uplink.interface), uplink.gateway, family);
  const router = valuesOf(facts.snapshot.neighbours).find(
    (entry) => entry.address === uplink.gateway.replace(/%.*$/, "") && entry.interface === uplink.interface,
  );
  return {
    interface: uplink.interface,
    gateway: uplink.gateway,
    address: own === undefined ? null : `${own.address}/${own.prefixLength}`,
    routerLinkAddress: router?.linkAddress ?? null,
  };
}

// The address on the router's own network, else one that is valid beyond the link; never depending on the order of the list.
function ownAddress(entry: Interface | undefined, gateway: string, family: Family): InterfaceAddress | undefined {
  const router = parseAddress(gateway);
  const own = (entry?.addresses ?? [])
    .filter((address) => address.family === family && !isOfLink(address))
    .toSorted((a, b) => (a.address < b.address ? -1 : 1));
  const beside = own.find(({ address, prefixLength }) => {
    const parsed = parseAddress(address);
    return parsed !== null && router !== null && prefixContains(prefixOf(parsed, prefixLength), router);
  });
  return beside ?? own[0];
}

function isOfLink({ address }: InterfaceAddress): boolean {
  const parsed = parseAddress(address);
  return parsed === null || isLinkLocalAddress(parsed);
}

function isLinkLost(facts: Facts, name: string): boolean {
  const known = facts.interfaces.get(name);
  if (known?.up === false || known?.carrier === false) return true;
  return (facts.routesByInterface.get(name) ?? []).some(isMarkedLost);
}

// Lease files keep the leases of other networks, whose router may have an address of this one.
function isOfPresentLease(facts: Facts, { interface: name, leasedAddress }: RouterHint): boolean {
  const own = facts.interfaces.get(name)?.addresses ?? [];
  return leasedAddress === undefined || own.some(({ address }) => address === leasedAddress);
}

function isOnLink(facts: Facts, interfaceName: string, router: string, family: Family): boolean {
  const address = parseAddress(router);
  // DHCP's word outlives the link that it was given on.
  if (isLinkLost(facts, interfaceName)) return false;
  if (address === null || address.family !== family || !facts.isPhysical(interfaceName)) return false;
  return connectedNetworks(facts, interfaceName, family).prefixes.some((prefix) => prefixContains(prefix, address));
}
