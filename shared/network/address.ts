import { readInet, writeInet } from "./inet-text.ts";
import { readInet6, writeInet6 } from "./inet6-text.ts";

/** The two address families, by the names that BSD and Linux tools use. */
export type Family = "inet" | "inet6";

/** An address as a number of 32 (inet) or 128 (inet6) bits, with the zone of a link-local address kept apart. */
export interface Address {
  readonly family: Family;
  readonly value: bigint;
  readonly zone: string | null;
}

/** How many bits an address of the family has. */
export function addressBits(family: Family): 32 | 128 {
  return family === "inet" ? 32 : 128;
}

/**
 * Reads one address in standard text form (`10.0.0.1`, `fe80::1%en0`); null for anything else. BSD short forms
 * (`10.8`, `222.66.117`) are refused here: they mean different things to different tools (dependencies §4.1).
 */
export function parseAddress(text: string): Address | null {
  return text.includes(":") ? parseInet6(text) : parseInet(text);
}

/** True when the text is one address in standard form. */
export function isAddress(text: string): boolean {
  return parseAddress(text) !== null;
}

/** Canonical text: dotted quad, or RFC 5952 with `%zone` kept. */
export function formatAddress(address: Address): string {
  if (address.family === "inet") return writeInet(Number(address.value));
  const text = writeInet6(address.value);
  return address.zone === null ? text : `${text}%${address.zone}`;
}

/** Canonical text of an address text, or null when it is none. */
export function canonicalAddress(text: string): string | null {
  const address = parseAddress(text);
  return address === null ? null : formatAddress(address);
}

function parseInet(text: string): Address | null {
  const value = readInet(text);
  return value === null ? null : { family: "inet", value: BigInt(value), zone: null };
}

function parseInet6(text: string): Address | null {
  const percent = text.indexOf("%");
  const zone = percent < 0 ? null : text.slice(percent + 1);
  const value = readInet6(percent < 0 ? text : text.slice(0, percent));
  return value === null || zone === "" || zone?.includes("/") === true ? null : { family: "inet6", value, zone };
}
