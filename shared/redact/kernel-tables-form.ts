import { formatAddress, parseAddress } from "../network/address.ts";
import type { Family } from "../network/address.ts";
import { addressText } from "./address-words.ts";
import { replaceWords } from "./columns.ts";
import { redactLines } from "./lines.ts";
import type { Pseudonyms } from "./pseudonyms.ts";
import { redactText } from "./words.ts";

/** Addresses of /proc/net in the byte order of the machine, all of ours being little-endian; with a port or alone. */
const END_POINT = /(?<![\da-fA-F])([\dA-F]{32}|[\dA-F]{8})(:[\dA-F]{4})(?![\da-fA-F])/g;
const ROUTE_COLUMNS = /^(\S+\t)([\dA-F]{8})\t([\dA-F]{8})\t/;
/** /proc/net/if_inet6 and ipv6_route have the bytes in the order of the address. */
const IN_ORDER = /(?<![\da-f])[\da-f]{32}(?![\da-f])/g;
const WORD = /[\dA-F]{8}/g;

/** A table of /proc/net: addresses in hexadecimal are replaced. */
export function redactKernelTable(text: string, pseudonyms: Pseudonyms): string {
  return redactLines(text, (line) => {
    const replaced = line
      .replace(
        ROUTE_COLUMNS,
        (_, name: string, to: string, by: string) => `${name}${swapped(to, pseudonyms)}\t${swapped(by, pseudonyms)}\t`,
      )
      .replaceAll(END_POINT, (_, digits: string, port: string) => swapped(digits, pseudonyms) + port)
      .replaceAll(IN_ORDER, (digits) => replacedDigits(digits, "inet6", pseudonyms));
    return replaceWords(replaced, "text", (word) =>
      /^[\da-fA-F:]+$/.test(word) ? word : redactText(word, pseudonyms, "value"),
    );
  });
}

function swapped(digits: string, pseudonyms: Pseudonyms): string {
  const turned = digits.replaceAll(WORD, reversedBytes);
  const replaced = replacedDigits(turned, digits.length === 8 ? "inet" : "inet6", pseudonyms);
  return replaced.toUpperCase().replaceAll(WORD, reversedBytes);
}

function reversedBytes(word: string): string {
  return word.replace(/(..)(..)(..)(..)/, "$4$3$2$1");
}

function replacedDigits(digits: string, family: Family, pseudonyms: Pseudonyms): string {
  const text = formatAddress({ family, value: BigInt(`0x${digits}`), zone: null });
  const replaced = parseAddress(addressText(text, "", pseudonyms) ?? "");
  return (replaced?.value ?? 0n).toString(16).padStart(digits.length, "0");
}
