import { PUBLIC_PROBES } from "../health/default-coverage.ts";
import { formatAddress } from "../network/address.ts";
import type { Address, Family } from "../network/address.ts";
import { isLoopbackAddress, isMulticastAddress } from "../network/special-prefixes.ts";
import { parsePrefix, prefixContains } from "../network/prefix.ts";
import type { Prefix } from "../network/prefix.ts";

/**
 * Ranges with a meaning of their own (IANA special-purpose registries): an address of one stays in it, so that private
 * stays private, and shared address space shared.
 */
const CLASSES = [
  ...["10.0.0.0/8", "100.64.0.0/10", "169.254.0.0/16", "172.16.0.0/12", "192.0.2.0/24", "192.88.99.0/24"],
  ...["192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24"],
  ...[
    "2000::/3",
    "2001::/32",
    "2001:db8::/32",
    "2002::/16",
    "3fff::/20",
    "fc00::/8",
    "fd00::/8",
    "fe80::/64",
    "fec0::/10",
  ],
  // Tailscale's own range: says which program it is, and nothing of whose.
  "fd7a:115c:a1e0::/48",
];

/** Ranges whose addresses are constants: unspecified and wildcard masks, loopback, 464XLAT, groups, netmasks, broadcast. */
const KEPT = ["0.0.0.0/8", "127.0.0.0/8", "192.0.0.0/24", "224.0.0.0/4", "240.0.0.0/4", "::/127", "ff00::/8"];

/**
 * Addresses that Holdfast's own rules ask for, or that are the same on every machine: the name server inside every
 * Tailscale node, the loopback's link-local address of macOS, the netmasks /1 and /2.
 */
const CONSTANTS = [
  ...PUBLIC_PROBES.map(formatAddress),
  ...["100.100.100.100", "128.0.0.0", "192.0.0.0", "8000::", "fe80::1"],
];

/** An IPv4 address that stands in the last bits of these addresses: IPv4-mapped (RFC 4291), NAT64 (RFC 6052). */
const EMBEDDING = prefixes(["::ffff:0:0/96", "64:ff9b::/96"]);
/** Groups that are made from the last 24 bits of an address of the host (RFC 4291, solicited-node). */
const SOLICITED = prefixes(["ff02::1:ff00:0/104"]);

const KEPT_PREFIXES = prefixes(KEPT);
const CONSTANT_TEXTS: ReadonlySet<string> = new Set(CONSTANTS);

/** Prefixes that must be mapped to themselves, those that are single constants as /32 or /128 among them. */
export const FIXED_PREFIXES: Readonly<Record<Family, readonly Prefix[]>> = {
  inet: fixedIn("inet"),
  inet6: fixedIn("inet6"),
};
const FIXED_TEXTS: ReadonlySet<string> = new Set([...FIXED_PREFIXES.inet, ...FIXED_PREFIXES.inet6].map(keyOf));

/** Whether the address stays as it is, because it says nothing of a machine or its owner. */
export function isKeptAddress(address: Address): boolean {
  if (solicitedNodeOf(address) !== null) return false;
  if (isLoopbackAddress(address) || CONSTANT_TEXTS.has(formatAddress({ ...address, zone: null }))) return true;
  return KEPT_PREFIXES.some((prefix) => prefixContains(prefix, address));
}

/** Whether the network itself is a constant: the whole family, its halves and the parts of a split default, a special range. */
export function isKeptPrefix(prefix: Prefix): boolean {
  if (prefix.length <= LONGEST_OF_SPLIT_DEFAULT[prefix.family]) return true;
  return (
    FIXED_TEXTS.has(keyOf(prefix)) ||
    KEPT_PREFIXES.some((kept) => kept.length <= prefix.length && prefixContains(kept, prefix))
  );
}

/** Clients split a default into parts no smaller than a /8 (macos-facts §8); those are the same for everybody. */
export const LONGEST_OF_SPLIT_DEFAULT: Readonly<Record<Family, number>> = { inet: 8, inet6: 8 };

/** The IPv4 address inside an IPv6 address that is made from one; null for all others. */
export function embeddedAddress(address: Address): Address | null {
  if (!EMBEDDING.some((prefix) => prefixContains(prefix, address))) return null;
  return { family: "inet", value: address.value & 0xffff_ffffn, zone: null };
}

/** The last 24 bits that a solicited-node group names; null for all other addresses. */
export function solicitedNodeOf(address: Address): bigint | null {
  if (!isMulticastAddress(address) || !SOLICITED.some((prefix) => prefixContains(prefix, address))) return null;
  return address.value & 0xff_ffffn;
}

function prefixes(texts: readonly string[]): Prefix[] {
  return texts.map(parsePrefix).filter((prefix): prefix is Prefix => prefix !== null);
}

function fixedIn(family: Family): Prefix[] {
  const single = CONSTANTS.map((text) => `${text}/${text.includes(":") ? 128 : 32}`);
  return prefixes([...CLASSES, ...KEPT, ...single]).filter((prefix) => prefix.family === family);
}

function keyOf({ family, value, length }: Prefix): string {
  return `${family} ${value}/${length}`;
}
