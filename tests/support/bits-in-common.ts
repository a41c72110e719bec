import { addressBits } from "../../shared/network/address.ts";
import type { Address } from "../../shared/network/address.ts";

/** How many leading bits two addresses have in common; 0 for those of different families. */
export function bitsInCommon(one: Address, other: Address): number {
  if (one.family !== other.family) return 0;
  const differing = (one.value ^ other.value).toString(2);
  return one.value === other.value ? addressBits(one.family) : addressBits(one.family) - differing.length;
}
