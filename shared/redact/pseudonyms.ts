import type { Address } from "../network/address.ts";
import type { Prefix } from "../network/prefix.ts";

/** What a name names. Of a text that is used as several, the first of these decides. */
export const NAME_KINDS = ["user", "network", "name"] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** What can be left of a text: its values replaced, each by its own pseudonym everywhere. */
export interface Pseudonyms {
  /** The address that stands for this one; the zone, an interface, stays. */
  address(address: Address): Address;
  /** The network that stands for this one, as long as before. */
  prefix(prefix: Prefix): Prefix;
  /** The link-level address that stands for this one; both in canonical text. */
  linkAddress(text: string): string;
  /** The name that stands for this one. Names of hosts are given label by label, as `name`. */
  name(kind: NameKind, text: string): string;
  /** The pseudonym of a name that stands somewhere as a value; null for all other words. */
  known(word: string): string | null;
  /** An identifier (UUID in lower case) that stands for this one. */
  identifier(text: string): string;
  /** Notes that a word was left out, and returns what stands in its place. */
  leftOut(): string;
  /** Whether the word is an interface's name, which stays. */
  isInterface(word: string): boolean;
}
