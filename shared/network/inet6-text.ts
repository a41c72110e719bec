import { readInet } from "./inet-text.ts";

const GROUP = /^[0-9a-f]{1,4}$/i;
const GROUPS = 8;
/** Two or more groups that are zero, in a text of eight groups. */
const ZEROS = /\b0(?::0)+\b/g;

/** Where eight groups of 16 bits become a number of 128 bits and the other way round; each use writes all of it. */
const bits = new DataView(new ArrayBuffer(GROUPS * 2));

/**
 * The number of an IPv6 address in any form of RFC 4291 §2.2 (`2001:db8::1`, `::1.2.3.4`), without zone; null for
 * anything else.
 */
export function readInet6(text: string): bigint | null {
  const gap = text.indexOf("::");
  if (gap < 0) {
    const groups = readGroups(text);
    return groups?.length === GROUPS ? joined(groups, []) : null;
  }
  const before = readGroups(text.slice(0, gap));
  const behind = readGroups(text.slice(gap + 2));
  // `::` stands for one group at least. A quad can only be the end of an address.
  if (before === null || behind === null || text.lastIndexOf(".", gap) >= 0) return null;
  return before.length + behind.length < GROUPS ? joined(before, behind) : null;
}

/** Canonical text of a number of 128 bits (RFC 5952): small letters, no leading zeros, the longest run of zeros as `::`. */
export function writeInet6(value: bigint): string {
  bits.setBigUint64(0, value >> 64n);
  bits.setBigUint64(8, BigInt.asUintN(64, value));
  let text = "";
  for (let group = 0; group < GROUPS; group++)
    text += `${group === 0 ? "" : ":"}${bits.getUint16(group * 2).toString(16)}`;
  const zeros = longestZeros(text);
  if (zeros === null) return text;
  const { start, end } = zeros;
  return `${text.slice(0, Math.max(0, start - 1))}::${text.slice(end + 1)}`;
}

/** The numbers of groups between colons; the last two may be written as a dotted quad. Null when one is none. */
function readGroups(text: string): number[] | null {
  if (text === "") return [];
  const words = text.split(":");
  const quad = text.includes(".") ? readInet(words.pop() ?? "") : undefined;
  if (quad === null || !words.every((word) => GROUP.test(word))) return null;
  const groups = words.map((word) => Number.parseInt(word, 16));
  return quad === undefined ? groups : [...groups, quad >>> 16, quad & 0xffff];
}

/** The groups at the beginning and those at the end as one number, zeros between. */
function joined(first: readonly number[], last: readonly number[]): bigint {
  for (let group = 0; group < GROUPS; group++) {
    bits.setUint16(group * 2, first[group] ?? last[group - GROUPS + last.length] ?? 0);
  }
  return (bits.getBigUint64(0) << 64n) | bits.getBigUint64(8);
}

/** Where the longest run of zero groups is, the first of equal ones; a single group is no run. */
function longestZeros(text: string): { start: number; end: number } | null {
  let longest = null;
  for (const { index, 0: run } of text.matchAll(ZEROS)) {
    if (longest === null || run.length > longest.end - longest.start)
      longest = { start: index, end: index + run.length };
  }
  return longest;
}
