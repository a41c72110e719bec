import { addressBits, formatAddress, parseAddress } from "./address.ts";
import type { Address, Family } from "./address.ts";

/** A network: the leading `length` bits of `value`; the bits behind them are zero. */
export interface Prefix {
  readonly family: Family;
  readonly value: bigint;
  readonly length: number;
  readonly zone: string | null;
}

const LENGTH = /^(?:0|[1-9]\d{0,2})$/;
const MASKS: Record<Family, readonly bigint[]> = { inet: masks(32), inet6: masks(128) };

/** Reads standard CIDR text (`10.0.0.0/8`, `fe80::%en0/64`); null for anything else, also when host bits are set. */
export function parsePrefix(text: string): Prefix | null {
  const slash = text.lastIndexOf("/");
  if (slash < 0) return null;
  const address = parseAddress(text.slice(0, slash));
  const lengthText = text.slice(slash + 1);
  if (address === null || !LENGTH.test(lengthText)) return null;
  const length = Number(lengthText);
  if (length > addressBits(address.family)) return null;
  const prefix = prefixOf(address, length);
  return prefix.value === address.value ? prefix : null;
}

/** The network of the given length that contains the address. */
export function prefixOf(address: Address, length: number): Prefix {
  return {
    family: address.family,
    value: maskValue(address.family, address.value, length),
    length,
    zone: address.zone,
  };
}

/** The host prefix (/32 or /128) of one address. */
export function hostPrefix(address: Address): Prefix {
  return prefixOf(address, addressBits(address.family));
}

/** CIDR text in canonical form, always with the length. */
export function formatPrefix(prefix: Prefix): string {
  return `${formatAddress(prefix)}/${prefix.length}`;
}

/** Whether the address lies in the prefix. Zones must agree where both have one. */
export function prefixContains(prefix: Prefix, address: Address): boolean {
  if (prefix.family !== address.family) return false;
  if (prefix.zone !== null && address.zone !== null && prefix.zone !== address.zone) return false;
  return maskValue(prefix.family, address.value, prefix.length) === prefix.value;
}

/** Whether every address of `inner` lies in `outer`. */
export function prefixCovers(outer: Prefix, inner: Prefix): boolean {
  return outer.length <= inner.length && prefixContains(outer, inner);
}

/** Whether the prefix is a single address. */
export function isHostPrefix(prefix: Prefix): boolean {
  return prefix.length === addressBits(prefix.family);
}

/** `value` with all bits behind the first `length` cleared. */
export function maskValue(family: Family, value: bigint, length: number): bigint {
  const mask = MASKS[family][length];
  if (mask === undefined) throw new RangeError(`prefix length ${length} does not fit ${family}`);
  return value & mask;
}

function masks(bits: number): bigint[] {
  const all = (1n << BigInt(bits)) - 1n;
  return Array.from({ length: bits + 1 }, (_, length) => all ^ (all >> BigInt(length)));
}
