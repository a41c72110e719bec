import { parseAddress } from "../network/address.ts";
import type { Address } from "../network/address.ts";
import { isLoopbackInterface } from "../network/tunnel-names.ts";
import type { Facts } from "./facts.ts";
import { isInet6Impossible } from "./known-forwarding.ts";
import { isUsable } from "./next-hop.ts";
import { leadsIntoLostTunnel } from "./tunnels.ts";

/** Two public addresses in the two halves of IPv6. */
const INET6_PROBES = ["2606:4700::1111", "9000::1"].map(parseAddress).filter((address) => address !== null);

/**
 * One public address in each part of the IPv4 unicast space that VPN clients split a default into (`1 2/7 4/6 8/5 16/4
 * 32/3 64/2 128.0/1`, `0/1 128.0/1`: macos-facts §8). Clients leave holes for single networks, so most must be covered.
 */
const PROBES = [
  "1.1.1.1",
  "3.3.3.3",
  "5.5.5.5",
  "9.9.9.9",
  "20.1.1.1",
  "45.1.1.1",
  "80.1.1.1",
  "130.1.1.1",
  "160.1.1.1",
  "210.1.1.1",
]
  .map(parseAddress)
  .filter((address): address is Address => address !== null);
const ENOUGH = 0.7;

/** The public addresses that are asked for: the same on every machine. */
export const PUBLIC_PROBES: readonly Address[] = [...PROBES, ...INET6_PROBES];

/** Whether ordinary IPv4 traffic has somewhere to go: a usable default, or tunnel prefixes that together replace it. */
export function hasUsableDefault(facts: Facts): boolean {
  const covered = PROBES.filter((probe) => {
    const best = facts.forwarding.best(probe);
    if (best === null) return false;
    // A kill switch blocks on purpose: that is no missing route.
    if (best.type !== "unicast") return true;
    const onLoopback = best.interface !== null && isLoopbackInterface(best.interface);
    return !onLoopback && isUsable(facts, best) && !leadsIntoLostTunnel(facts, best);
  });
  return covered.length >= PROBES.length * ENOUGH;
}

/** Whether every address of the internet, in both families as far as they can be used, goes into this one tunnel. */
export function takesInternet(facts: Facts, tunnel: string): boolean {
  const probes = isInet6Impossible(facts) ? PROBES : [...PROBES, ...INET6_PROBES];
  return probes.every((probe) => facts.forwarding.best(probe)?.interface === tunnel);
}
