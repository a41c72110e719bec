import { addressBits } from "../../../../shared/network/address.ts";
import type { Address, Family } from "../../../../shared/network/address.ts";
import { prefixContains } from "../../../../shared/network/prefix.ts";
import type { Prefix } from "../../../../shared/network/prefix.ts";

/** One row of the kernel's table. */
export interface Entry {
  readonly prefix: Prefix;
  /** A host row has no mask at all: it is another row than the net row `/32` of the same address (macos-facts §3.1). */
  readonly host: boolean;
  /** Name of the interface that the row is scoped to (flag I), null for a row that all sockets use. */
  readonly scope: string | null;
  /** As netstat prints it: an address, `link#16`, an interface name, or a link-level address without leading zeros. */
  readonly gateway: string;
  readonly interface: string;
  /** RT_IFA: the own address that the row was made with, whether or not the machine still has it. */
  readonly source: string | null;
  /** Flag letters in the order of netstat. */
  readonly flags: string;
  /** As in the Expire column: seconds, `!` or nothing. */
  readonly expire: string;
}

/** What names a row to the kernel: destination, mask (null for a host row or a request without one) and scope, nothing else. */
export interface RowKey {
  readonly address: Address;
  readonly length: number | null;
  readonly scope: string | null;
}

export function familyOf(entry: Entry): Family {
  return entry.prefix.family;
}

/** Whether packets to the address match the row's destination. */
export function matches(entry: Entry, address: Address): boolean {
  return prefixContains(entry.prefix, address);
}

export function isDefaultEntry(entry: Entry): boolean {
  return !entry.host && entry.prefix.length === 0;
}

/** How specific a row is: a host row is more so than a net row of full length. */
export function specificity(entry: Entry): number {
  return entry.host ? addressBits(entry.prefix.family) + 1 : entry.prefix.length;
}

/** All letters in print order (macos-facts §3.1). */
const LETTERS = "UGHRDMmdCXLS12WcBb3IiYrg";

/** Flag letters put in the order in which netstat prints them. */
export function flagText(letters: string): string {
  return [...LETTERS].filter((letter) => letters.includes(letter)).join("");
}
