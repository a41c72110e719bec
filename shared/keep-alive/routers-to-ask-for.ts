import { pinOwner, hasPinForm } from "../health/pins.ts";
import type { Facts } from "../health/facts.ts";
import { networkOn } from "../health/uplink.ts";
import { destinationOf } from "../network/route-prefix.ts";
import { keptClients } from "./kept-clients.ts";
import type { KeepableClient } from "./kept-clients.ts";

/** A router whose link-level address would tell whether a pin was made for it. */
export interface UnknownRouter {
  readonly address: string;
  readonly interface: string;
}

/** The routers that are to be asked for, each once. */
export function routersToAskFor(facts: Facts): UnknownRouter[] {
  const asked = keptClients(facts).flatMap((client) => unknownRoutersOf(facts, client));
  return asked.filter((one, index) => asked.findIndex((other) => other.address === one.address) === index);
}

/**
 * The routers that the kernel has not talked to yet, beside the pin of a kept client through another next hop: on a new
 * network with the addresses of the old one only the router's link-level address shows that it is new
 * (01-product, gateway-pin-foreign).
 */
export function unknownRoutersOf(facts: Facts, { pid }: KeepableClient): UnknownRouter[] {
  return facts.routes.flatMap((route): UnknownRouter[] => {
    if (route.interface === null || !hasPinForm(facts, route)) return [];
    if (pinOwner(facts, destinationOf(route))?.pid !== pid) return [];
    const network = networkOn(facts, route.interface, route.family);
    if (network?.gateway == null || network.gateway === route.gateway || network.routerLinkAddress !== null) return [];
    return [{ address: network.gateway, interface: network.interface }];
  });
}
