import { formatAddress } from "../network/address.ts";
import { parseBsdHost, parseBsdNetwork } from "../network/bsd-destination.ts";
import type { Family } from "../network/address.ts";
import { addressText } from "./address-words.ts";
import type { Pseudonyms } from "./pseudonyms.ts";
import { byPattern } from "./scanner.ts";
import type { Recogniser } from "./scanner.ts";

const SHORT_WITH_LENGTH = /(\d{1,3}(?:\.\d{1,3}){1,2})\/\d{1,2}(?![\d./])/y;
const NETWORK_OF_ROUTE = /(?<=\bnet )\d{1,3}(?:\.\d{1,3}){0,2}(?![\d./])/y;
/** Three numbers are a version as well; of those none begins higher. */
const THREE_NUMBERS = /(?:2[7-9]|[3-9]\d|[12]\d\d)\.\d{1,3}\.\d{1,3}(?![\d./])/y;

/** Recognises networks in the short form of BSD tools (macos-facts §3.3) in any text. */
export function bsdRecognisers(pseudonyms: Pseudonyms): readonly Recogniser[] {
  const network = (text: string) => bsdNetwork(text, pseudonyms);
  return [
    byPattern(SHORT_WITH_LENGTH, ([text]) => network(text)),
    byPattern(NETWORK_OF_ROUTE, ([text]) => network(text)),
    byPattern(THREE_NUMBERS, ([text]) => network(text) ?? pseudonyms.leftOut()),
  ];
}

/** A destination of netstat's first column as what replaces it, in the same form; null for what is none. */
export function bsdDestination(text: string, family: Family, pseudonyms: Pseudonyms): string | null {
  if (text === "default") return text;
  if (parseBsdHost(text, family) !== null) return addressText(text, "", pseudonyms);
  return family === "inet" ? bsdNetwork(text, pseudonyms) : inet6Network(text, pseudonyms);
}

function bsdNetwork(text: string, pseudonyms: Pseudonyms): string | null {
  const prefix = parseBsdNetwork(text, "inet");
  if (prefix === null) return null;
  const [octets = "", length] = text.split("/");
  const replaced = formatAddress(pseudonyms.prefix(prefix)).split(".");
  const shown = Math.max(octets.split(".").length, Math.ceil(prefix.length / 8));
  return replaced.slice(0, shown).join(".") + (length === undefined ? "" : `/${length}`);
}

function inet6Network(text: string, pseudonyms: Pseudonyms): string | null {
  const [address = "", length] = text.split("/");
  return addressText(address, length === undefined ? "" : `/${length}`, pseudonyms);
}
