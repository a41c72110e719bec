import { addressBits, parseAddress } from "./address.ts";
import type { Family } from "./address.ts";
import { hostPrefix, parsePrefix } from "./prefix.ts";
import type { Prefix } from "./prefix.ts";

const OCTETS = /^\d{1,3}(?:\.\d{1,3}){0,3}$/;

/**
 * Reads a network as BSD `netstat -rn` prints it (`default`, `10`, `10.8/24`, `224.0.0`, `fe80::%en0/64`); null for
 * anything that it never prints, such as non-contiguous masks (`10&0xff00ff`). Trailing zero octets are left out, and
 * the length too when the mask is the one of the address class: `222.66.117` is a /24 (macos-facts §3.3). Other tools
 * read the same text differently (§4.4), so this form must not leave the parser.
 */
export function parseBsdNetwork(text: string, family: Family): Prefix | null {
  if (text === "default") return { family, value: 0n, length: 0, zone: null };
  const prefix = family === "inet" ? parseInetNetwork(text) : parseInet6Network(text);
  return prefix?.family === family ? prefix : null;
}

/** Reads the destination of a row with flag H; `default` is the unspecified address there. Null for anything else. */
export function parseBsdHost(text: string, family: Family): Prefix | null {
  if (text === "default") return { family, value: 0n, length: addressBits(family), zone: null };
  const address = parseAddress(text);
  return address?.family === family ? hostPrefix(address) : null;
}

function parseInetNetwork(text: string): Prefix | null {
  const slash = text.indexOf("/");
  const octets = slash < 0 ? text : text.slice(0, slash);
  if (!OCTETS.test(octets)) return null;
  const count = octets.split(".").length;
  const padded = octets + ".0".repeat(4 - count);
  if (slash >= 0) return parsePrefix(padded + text.slice(slash));
  return count === classOctets(octets) ? parsePrefix(`${padded}/${count * 8}`) : null;
}

function parseInet6Network(text: string): Prefix | null {
  return parsePrefix(text.includes("/") ? text : `${text}/128`);
}

/** How many octets the network part has in the old address classes; netstat counts class D and E as C. */
function classOctets(octets: string): number {
  const first = Number.parseInt(octets, 10);
  if (first < 128) return 1;
  return first < 192 ? 2 : 3;
}
