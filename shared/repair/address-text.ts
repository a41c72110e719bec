import { formatAddress, parseAddress } from "../network/address.ts";
import type { Address } from "../network/address.ts";
import { parsePrefix } from "../network/prefix.ts";
import type { Prefix } from "../network/prefix.ts";

/** The destination of a step as numbers, so that commands are written from numbers and never from text that came in. Throws RangeError for text that is no CIDR. */
export function readDestination(text: string): Prefix {
  const prefix = parsePrefix(text);
  if (prefix === null) throw new RangeError(`${text} is not a prefix in CIDR form`);
  return prefix;
}

/** A next hop or source address, written anew from its numbers. Throws RangeError for text that is no address. */
export function rewriteAddress(text: string): string {
  return formatAddress(readAddress(text));
}

function readAddress(text: string): Address {
  const address = parseAddress(text);
  if (address === null) throw new RangeError(`${text} is not an address`);
  return address;
}
