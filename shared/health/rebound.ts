import { addressBits, parseAddress } from "../network/address.ts";
import type { Address } from "../network/address.ts";
import { isHostPrefix, prefixContains, prefixOf } from "../network/prefix.ts";
import type { Prefix } from "../network/prefix.ts";
import { destinationOf, nextHopOf } from "../network/route-prefix.ts";
import { isProxyAddress } from "../network/special-prefixes.ts";
import { codedText } from "../snapshot/coded-text.ts";
import type { CodedText } from "../snapshot/coded-text.ts";
import type { Interface } from "../snapshot/interface.ts";
import type { Route } from "../snapshot/route.ts";
import type { Facts } from "./facts.ts";
import { oncePerFacts } from "./once-per-facts.ts";
import { attributionOf, hasPinForm, isForeignGatewayRoute } from "./pins.ts";
import { vpnTunnels } from "./tunnels.ts";

/** Why a row on a physical interface counts as a tunnel's. */
export interface Rebound {
  readonly evidence: CodedText;
  /** The tunnel that the next hop belongs to, null when it is gone. */
  readonly tunnel: string | null;
}

/** The widest network of a proxy, 198.18.0.0/15. */
const PROXY_NETWORK = 15;
/** Summary routes of offices are wider, with the office's router inside; a network this narrow is one link. */
const ONE_LINK = 20;
/** A tunnel's own network is no wider; `ppp` shows the mask of the old address class instead of one. */
const WIDEST_TUNNEL_NETWORK = 16;

/**
 * Whether macOS has bound a tunnel's row to another interface, as it does when the tunnel closes or moves (macos-facts
 * §4.2, captures 30 and 205): the next hop is on a tunnel's network, or lies inside the row's own destination, which for
 * a single link makes sense on the tunnel alone. Null when nothing shows it. Says nothing on whether the row is dead.
 */
export function reboundFrom(facts: Facts, route: Route): Rebound | null {
  const next = nextHopOf(route);
  if (next === null || !isForeignGatewayRoute(facts, route)) return null;
  // With a tie to a VPN server it is that server's pin, whatever else has the same private addresses.
  if (hasPinForm(facts, route) && attributionOf(facts, route) !== null) return null;
  const { gateway, destination } = route;
  const tunnel = tunnelOf(facts, next);
  if (tunnel !== null) return { tunnel, evidence: codedText("next-hop-on-tunnel", { gateway, interface: tunnel }) };
  if (!isNextHopInside(facts, route, next)) return null;
  return { tunnel: null, evidence: codedText("next-hop-inside-destination", { gateway, destination }) };
}

function tunnelOf(facts: Facts, next: Address): string | null {
  const isOn = ({ networks }: { networks: readonly Prefix[] }) => networks.some((one) => prefixContains(one, next));
  return tunnelNetworks(facts).find(isOn)?.name ?? null;
}

const tunnelNetworks = oncePerFacts((facts) =>
  vpnTunnels(facts).map((name) => ({ name, networks: networksOf(facts.interfaces.get(name)) })),
);

// What a VPN routes into its tunnel is no network of the tunnel itself: only its addresses tell that.
function networksOf(tunnel: Interface | undefined): Prefix[] {
  return (tunnel?.addresses ?? []).flatMap(({ family, address, prefixLength, peer }) => {
    const own = parseAddress(address);
    const other = peer === null ? null : parseAddress(peer);
    return [
      ...(own === null || prefixLength < WIDEST_TUNNEL_NETWORK ? [] : [prefixOf(own, prefixLength)]),
      ...(other === null ? [] : [prefixOf(other, addressBits(family))]),
    ];
  });
}

function isNextHopInside(facts: Facts, route: Route, next: Address): boolean {
  const destination = destinationOf(route);
  if (isHostPrefix(destination) || !prefixContains(destination, next)) return false;
  if (destination.length >= ONE_LINK || rememberedDestinations(facts).has(route.destination)) return true;
  return isProxyAddress(destination) && destination.length >= PROXY_NETWORK;
}

const rememberedDestinations = oncePerFacts(({ history }) => new Set(history.tunnelPrefixes));
