import { pinOwner, hasPinForm } from "../health/pins.ts";
import type { Facts } from "../health/facts.ts";
import { networkOn } from "../health/uplink.ts";
import { destinationOf } from "../network/route-prefix.ts";
import { keptClients } from "./kept-clients.ts";

/** A router whose link-level address would tell whether a pin was made for it. */
export interface UnknownRouter {
  readonly address: string;
  readonly interface: string;
}

/**
 * The routers that the kernel has not talked to yet, beside the pin of a kept client through another next hop: on a new
 * network with the addresses of the old one only the router's link-level address shows that it is new
 * (01-product, gateway-pin-foreign).
 */
export function routersToAskFor(facts: Facts): UnknownRouter[] {
  const kept = new Set(keptClients(facts).map(({ pid }) => pid));
  const asked = facts.routes.flatMap((route): UnknownRouter[] => {
    if (route.interface === null || !hasPinForm(facts, route)) return [];
    const owner = pinOwner(facts, destinationOf(route));
    if (owner?.pid == null || !kept.has(owner.pid)) return [];
    const network = networkOn(facts, route.interface, route.family);
    if (network?.gateway == null || network.gateway === route.gateway || network.routerLinkAddress !== null) return [];
    return [{ address: network.gateway, interface: network.interface }];
  });
  return asked.filter((one, index) => asked.findIndex((other) => other.address === one.address) === index);
}
