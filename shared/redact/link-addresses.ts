/**
 * Link-level addresses that are no machine's: none, broadcast, groups of IPv4, IPv6 and IEEE 802.1, and the routers that
 * VRRP and HSRP make up, of which every network has the same (RFC 5798).
 */
const KEPT = /^(?:00:00:00:00:00:00|ff:ff:ff:ff:ff:ff|01:00:5e:|01:80:c2:|00:00:5e:00:0[12]:|33:33:(?!ff:))/;
/** A group of IPv6 that is made from the last 24 bits of an address of the host (RFC 2464 §7, RFC 4291). */
const SOLICITED = /^33:33:ff:([0-9a-f]{2}):([0-9a-f]{2}):([0-9a-f]{2})$/;
const OCTETS = /..(?=.)/g;
/** U/L bit of the first octet, which an interface identifier inverts (RFC 4291, appendix A). */
const UNIVERSAL = 0x0200_0000_0000n;

/** Whether the link-level address (canonical text, `0a:1b:…`) stays as it is. */
export function isKeptLinkAddress(text: string): boolean {
  return KEPT.test(text);
}

/** The last 24 bits that a group's link-level address names; null when it is none of a solicited-node group. */
export function solicitedBits(text: string): bigint | null {
  const octets = SOLICITED.exec(text)?.slice(1);
  return octets === undefined ? null : BigInt(`0x${octets.join("")}`);
}

/** The link-level address of the solicited-node group for these 24 bits. */
export function solicitedLinkAddress(bits: bigint): string {
  return `33:33:ff:${octetsOf(bits, 6)}`;
}

/** The link-level address that an IPv6 interface identifier (64 bits) is made from; null when it is made otherwise. */
export function linkAddressOf(identifier: bigint): string | null {
  if (((identifier >> 24n) & 0xffffn) !== 0xfffen) return null;
  const value = ((identifier >> 40n) << 24n) | (identifier & 0xff_ffffn);
  return octetsOf(value ^ UNIVERSAL, 12);
}

/** The interface identifier (64 bits) that is made from a link-level address. */
export function identifierOf(linkAddress: string): bigint {
  const value = BigInt(`0x${linkAddress.replaceAll(":", "")}`) ^ UNIVERSAL;
  return ((value >> 24n) << 40n) | (0xfffen << 24n) | (value & 0xff_ffffn);
}

function octetsOf(value: bigint, digits: number): string {
  return value.toString(16).padStart(digits, "0").replaceAll(OCTETS, "$&:");
}
