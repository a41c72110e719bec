import type { Facts } from "../../../shared/health/facts.ts";
import { isUsable } from "../../../shared/health/next-hop.ts";
import { tunnelOwnership } from "../../../shared/health/tunnels.ts";
import { parseAddress } from "../../../shared/network/address.ts";
import type { Address } from "../../../shared/network/address.ts";
import { addressBits } from "../../../shared/network/address.ts";
import { destinationOf } from "../../../shared/network/route-prefix.ts";
import { isLinkLocalAddress, isMulticastAddress } from "../../../shared/network/special-prefixes.ts";
import type { Route } from "../../../shared/snapshot/route.ts";

/** The servers of the worlds, hosts behind their tunnels, and the far internet. */
const FIXED = [
  ...["1.1.1.1", "130.1.1.1", "203.0.113.9", "203.0.113.11", "203.0.113.77", "10.20.5.1", "192.168.77.5"],
  ...["2606:4700::1111", "9000::1", "2001:db8:99::9", "2001:db8:77::5"],
].flatMap((text) => parseAddress(text) ?? []);

/** Addresses worth asking about: one inside of every prefix of the tables, and fixed ones. */
export function probesOf(facts: Facts): Address[] {
  const bases = new Map(facts.routes.map((route) => [route.destination, route]));
  const inside = [...bases.values()].map(addressInside).filter((address) => !isLinkLocalAddress(address));
  return [...inside.filter((address) => !isMulticastAddress(address)), ...FIXED];
}

function addressInside(route: Route): Address {
  const { family, value, length } = destinationOf(route);
  return { family, value: value + (length < addressBits(family) - 1 ? 7n : 0n), zone: null };
}

/** Whether a packet to the address gets out of the machine, as far as is known. */
export function carriesPackets(facts: Facts, address: Address): boolean {
  const best = facts.forwarding.best(address);
  if (best === null || best.type !== "unicast" || !isUsable(facts, best)) return false;
  return best.interface === null || !facts.isTunnel(best.interface) || isHeld(facts, best.interface);
}

/** Whether a packet to the address goes into a living tunnel, or is held back on purpose. */
export function isKeptFromPhysical(facts: Facts, address: Address): boolean {
  const best = facts.forwarding.best(address);
  if (best === null) return false;
  if (best.type !== "unicast") return true;
  return best.interface !== null && facts.isTunnel(best.interface) && isHeld(facts, best.interface);
}

/** Whether a packet to the address leaves by a network card. */
export function leavesByPhysical(facts: Facts, address: Address): boolean {
  const best = facts.forwarding.best(address);
  return best !== null && best.type === "unicast" && best.interface !== null && facts.isPhysical(best.interface);
}

function isHeld(facts: Facts, tunnel: string): boolean {
  return tunnelOwnership(facts, tunnel) !== "gone";
}
