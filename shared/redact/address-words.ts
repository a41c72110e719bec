import { addressBits, formatAddress, parseAddress } from "../network/address.ts";
import type { Address } from "../network/address.ts";
import { canonicalLinkAddress } from "../network/link-address.ts";
import { parsePrefix } from "../network/prefix.ts";
import { redactInterface } from "./interface-words.ts";
import type { Pseudonyms } from "./pseudonyms.ts";
import { byPattern } from "./scanner.ts";
import type { Recogniser } from "./scanner.ts";

// A fifth number is a port (`10.0.0.1.53`, BSD's netstat and resolver(5)); more numbers are no address.
const INET = /(\d{1,3}(?:\.\d{1,3}){3})(\/\d{1,2}(?![\d.]))?(?![\d]|\.\d+\.)/y;
const INET6 =
  /((?=[\da-f]*:)(?:[\da-f:]{1,40}:\d{1,3}(?:\.\d{1,3}){3}|[\da-f:]{2,45}))(%[\w.-]+)?(\/\d{1,3})?(?![\da-f:])/iy;
const LINK =
  /(?:[\da-f]{1,2}([:-])(?:[\da-f]{1,2}\1){4}[\da-f]{1,2}|(?:[\da-f]{1,2}\.){5}[\da-f]{1,2})(?![\da-f:.-])/iy;
/** The number of a bridge: its priority and its link-level address (`8000.02:42:5b:bf:2b:56`). */
const BRIDGE = /([\da-f]{4}\.)((?:[\da-f]{1,2}:){5}[\da-f]{1,2})(?![\da-f:])/iy;
const LINK_IN_FOURS = /([\da-f]{4})\.([\da-f]{4})\.([\da-f]{4})(?![\da-f.])/iy;
/** Anything else of digits and colons that is no time: a part of an address, a fingerprint, a client identifier. */
const COLONS = /[\da-f]{0,4}(?::[\da-f]{0,4}){2,}/iy;
const REST = /(?::[\da-f]{1,4}){3,}/iy;
const CLOCK = /^\d{1,4}:\d{2}(?::\d{2})?$/;

/** Recognises addresses, networks and link-level addresses in every form that stands for itself. */
export function addressRecognisers(pseudonyms: Pseudonyms): readonly Recogniser[] {
  return [
    byPattern(
      BRIDGE,
      ([, priority = "", text = ""]) => priority + (linkText(text, pseudonyms) ?? pseudonyms.leftOut()),
    ),
    byPattern(LINK, ([text]) => linkText(text, pseudonyms)),
    byPattern(LINK_IN_FOURS, ([, ...fours]) => linkInFours(fours.join(""), pseudonyms)),
    byPattern(INET6, ([, address = "", zone = "", length = ""]) => inet6Text(address, zone, length, pseudonyms)),
    byPattern(INET, ([, address = "", length = ""]) => addressText(address, length, pseudonyms)),
    byPattern(COLONS, ([text]) => colonsText(text, pseudonyms)),
  ];
}

/** Recognises, behind a word, what may be the rest of an address. */
export function restOfAddress(pseudonyms: Pseudonyms): Recogniser {
  return byPattern(REST, () => `:${pseudonyms.leftOut()}`);
}

/**
 * The text of an address, with the length of its network behind a stroke or nothing; null when it is no address. With a
 * length, an address without bits behind it is a network.
 */
export function addressText(text: string, length: string, pseudonyms: Pseudonyms): string | null {
  const address = parseAddress(text);
  if (address === null) return null;
  const prefix = length === "" ? null : parsePrefix(text + length);
  if (prefix === null || prefix.length === addressBits(prefix.family))
    return written(address, text, pseudonyms) + length;
  return formatAddress(pseudonyms.prefix(prefix)) + length;
}

/** The text of a link-level address in the same spelling; null when it is none. */
export function linkText(text: string, pseudonyms: Pseudonyms): string | null {
  const separator = /[:.-]/.exec(text)?.[0] ?? ":";
  const canonical = canonicalLinkAddress(text.replaceAll("-", ":"));
  if (canonical === null) return null;
  const octets = pseudonyms.linkAddress(canonical).split(":");
  const isPadded = !text.split(separator).some((octet) => octet.length === 1);
  const spelled = octets.map((octet) => (isPadded ? octet : octet.replace(/^0(?=.)/, ""))).join(separator);
  return /[A-F]/.test(text) ? spelled.toUpperCase() : spelled;
}

function linkInFours(digits: string, pseudonyms: Pseudonyms): string | null {
  const canonical = canonicalLinkAddress(digits.replaceAll(/..(?=.)/g, "$&:"));
  if (canonical === null || !/[a-f]/i.test(digits)) return null;
  const replaced = pseudonyms.linkAddress(canonical).replaceAll(":", "");
  return replaced.replaceAll(/....(?=.)/g, "$&.");
}

function inet6Text(text: string, zone: string, length: string, pseudonyms: Pseudonyms): string | null {
  const replaced = addressText(text + zone, length, pseudonyms);
  if (replaced !== null || zone !== "" || !text.endsWith(":")) return replaced;
  // `fe80::1:` at the end of a sentence or of a label.
  const bare = addressText(text.slice(0, -1), "", pseudonyms);
  return bare === null ? null : `${bare}:${length}`;
}

// What does not change keeps its spelling, too (`0:0:0:0:0:0:0:1`).
function written(address: Address, text: string, pseudonyms: Pseudonyms): string {
  const { zone } = address;
  const replaced = { ...pseudonyms.address(address), zone: zone === null ? null : redactInterface(zone, pseudonyms) };
  return replaced.value === address.value && replaced.zone === zone ? text : formatAddress(replaced);
}

function colonsText(text: string, pseudonyms: Pseudonyms): string | null {
  if (CLOCK.test(text) || text === "::") return text;
  return /[\da-f]/i.test(text) ? `::${pseudonyms.leftOut()}` : null;
}
