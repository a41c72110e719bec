import type { Address } from "./address.ts";
import { parsePrefix, prefixContains } from "./prefix.ts";
import type { Prefix } from "./prefix.ts";

const LOOPBACK = ["127.0.0.0/8", "::1/128"];
const LINK_LOCAL = ["169.254.0.0/16", "fe80::/10"];
const MULTICAST = ["224.0.0.0/4", "ff00::/8"];
/** Ranges that are no place on the internet: RFC 1918, RFC 6598 (carrier NAT), RFC 2544 (fake-IP proxies), RFC 4193. */
const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "198.18.0.0/15", "fc00::/7"];
/** Fake addresses that proxies with a tunnel hand out (RFC 2544, macos-facts §8). */
const PROXY = ["198.18.0.0/15"];
const RESERVED = ["0.0.0.0/8", "240.0.0.0/4", "255.255.255.255/32", "::/128"];

/** Whether the address is a loopback address. */
export const isLoopbackAddress = membership(LOOPBACK);
/** Whether the address is valid on one link only (169.254/16, fe80::/10). */
export const isLinkLocalAddress = membership(LINK_LOCAL);
/** Whether the address names a group. */
export const isMulticastAddress = membership(MULTICAST);
/** Whether the address belongs to a private network or an overlay, so that it cannot be a server on the internet. */
export const isPrivateAddress = membership(PRIVATE);
/** Whether the address is one that only a proxy with a tunnel hands out: on no real network. */
export const isProxyAddress = membership(PROXY);
/** Whether the address is none of a host: unspecified, broadcast, class E. */
const isReservedAddress = membership(RESERVED);

/** Whether the address can be a destination of ordinary traffic beyond the link. */
export function isRoutableAddress(address: Address): boolean {
  return ![isLoopbackAddress, isLinkLocalAddress, isMulticastAddress, isReservedAddress].some((test) => test(address));
}

function membership(texts: readonly string[]): (address: Address) => boolean {
  const prefixes = texts.map(parsePrefix).filter((prefix): prefix is Prefix => prefix !== null);
  return (address) => prefixes.some((prefix) => prefixContains(prefix, address));
}
