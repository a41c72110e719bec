import type { Address } from "../network/address.ts";
import { isPrivateAddress } from "../network/special-prefixes.ts";
import { addressRecognisers, addressText, restOfAddress } from "./address-words.ts";
import { bsdRecognisers } from "./bsd-words.ts";
import { FILE_ENDING, hostName, isDomainLike, reverseZone } from "./host-names.ts";
import { redactInterface } from "./interface-words.ts";
import { redactParts } from "./paths.ts";
import type { Pseudonyms } from "./pseudonyms.ts";
import { byPattern, isInsideWord, scan } from "./scanner.ts";
import type { Recogniser } from "./scanner.ts";
import { isSystemAccount } from "./names.ts";
import { isVocabulary } from "./vocabulary.ts";

/** What a word that nobody knows may be: a value, which gets a pseudonym, or any word of a text, which is left out. */
export type UnknownWords = "value" | "prose";

const DATE_TIME =
  /\d{4}[-/]\d{2}[-/]\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\w-])/y;
const UUID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?![\w-])/iy;
const URL =
  /([a-z][a-z\d+.-]{0,19}:\/\/)(?:([^\s/@"'<>]+)@)?(\[[^\]\s]+\]|[^\s/:?#"'<>()|]*)((?::\d{1,5})?)([^\s"'<>()|]*)/iy;
/** The name of a long option: of the program, not of its user. */
const OPTION = /(?<![\p{L}\p{N}_-])--[a-z][a-z-]{0,40}(?![\p{L}\p{N}_])/uy;
const ACCOUNT = /([\p{L}\p{N}_][\p{L}\p{N}\p{M}_.+-]*)@([\p{L}\p{N}_][\p{L}\p{N}\p{M}_.-]*)/uy;
const PATH = /(?:~|\.{0,2})\/[^\s:;,"'()<>|=&?#]*/y;
/** `flags=8a63<UP,…>`, `options=6460<…>`, `flags1 4100`: bits that ifconfig and netstat print. */
const FLAG_BITS = /(?<=(?:flags|options)=)[\da-f]{1,8}(?=<)/iy;
const HEXADECIMAL = /0x[\da-f]+(?![\p{L}\p{N}_])/iuy;
/** Base64 of keys and tokens, with its marks. */
const ENCODED = /(?=[^\s]*\d)(?=[^\s]*[a-z])(?=[^\s]*[A-Z])[A-Za-z\d+/_-]{20,}={0,2}(?![\p{L}\p{N}_])/uy;
const WORD = /[\p{L}\p{N}\p{M}_](?:[\p{L}\p{N}\p{M}_.+-]*[\p{L}\p{N}\p{M}_])?/uy;
/** An address inside a word: `route-get-10.0.0.1.txt`. */
const WITH_ADDRESS = /^(.*?)(?<!\d)(\d{1,3}(?:\.\d{1,3}){3})(?!\d)(.*)$/u;
const LONGEST_HEXADECIMAL = 10;

/** `5`, `0.0`, `12,5`, `1.5K`, `10s`, `5u`, `0t0`. */
const NUMBER = /^(?:\d+(?:[.,]\d+)*|\d{1,6}[A-Za-z]{1,2}|\dt\d+|-?\d+(?:\.\d+)?%?)$/;
/** Of a person: a telephone, a matriculation number. */
const LONG_NUMBER = /\d{7}/;

/** A text with all its values replaced, and what is not known left out or replaced. */
export function redactText(text: string, pseudonyms: Pseudonyms, unknown: UnknownWords): string {
  return scan(text, recognisersFor(pseudonyms, unknown));
}

const known = new WeakMap<Pseudonyms, Map<UnknownWords, readonly Recogniser[]>>();

function recognisersFor(pseudonyms: Pseudonyms, unknown: UnknownWords): readonly Recogniser[] {
  const ofPseudonyms = known.get(pseudonyms) ?? new Map<UnknownWords, readonly Recogniser[]>();
  known.set(pseudonyms, ofPseudonyms);
  const made = ofPseudonyms.get(unknown) ?? makeRecognisers(pseudonyms, unknown);
  ofPseudonyms.set(unknown, made);
  return made;
}

function makeRecognisers(pseudonyms: Pseudonyms, unknown: UnknownWords): readonly Recogniser[] {
  const atWordStart = [
    byPattern(DATE_TIME, ([text]) => text),
    byPattern(OPTION, ([text]) => text),
    byPattern(UUID, ([text]) => pseudonyms.identifier(text.toLowerCase())),
    byPattern(URL, ([, scheme = "", account, host = "", port = "", rest = ""]) => {
      const who = account === undefined ? "" : `${redactAccount(account, pseudonyms)}@`;
      return scheme + who + redactHost(host, pseudonyms) + port + redactText(rest, pseudonyms, "value");
    }),
    byPattern(ACCOUNT, ([text, user = "", host = ""]) =>
      isUnit(user, host) || pseudonyms.isInterface(user)
        ? null
        : text.replace(text, `${userName(user, pseudonyms)}@${redactHost(host, pseudonyms)}`),
    ),
    ...addressRecognisers(pseudonyms),
    ...bsdRecognisers(pseudonyms),
    byPattern(PATH, ([text]) => redactPath(text, pseudonyms)),
    byPattern(FLAG_BITS, ([text]) => text),
    byPattern(HEXADECIMAL, ([text]) => hexadecimal(text, pseudonyms, unknown)),
    byPattern(ENCODED, ([text]) => (isKnownWord(text, pseudonyms) ? null : pseudonyms.leftOut())),
    byPattern(WORD, ([text]) => redactWord(text, pseudonyms, unknown)),
  ];
  const rest = restOfAddress(pseudonyms);
  return [
    (text, at) => {
      if (isInsideWord(text, at)) return text.charAt(at) === ":" ? rest(text, at) : null;
      for (const recogniser of atWordStart) {
        const found = recogniser(text, at);
        if (found !== null) return found;
      }
      return null;
    },
  ];
}

/** One word without blanks: kept when it says nothing, else its pseudonym, or left out. */
export function redactWord(word: string, pseudonyms: Pseudonyms, unknown: UnknownWords): string {
  if (pseudonyms.isInterface(word)) return redactInterface(word, pseudonyms);
  if (NUMBER.test(word) && !LONG_NUMBER.test(word)) return word;
  const zone = reverseZone(word, pseudonyms);
  if (zone !== null) return zone;
  const [, before = "", address = "", after = ""] = WITH_ADDRESS.exec(word) ?? [];
  const replaced = addressText(address, "", pseudonyms);
  if (replaced !== null) return [before, after].map((part) => redactText(part, pseudonyms, unknown)).join(replaced);
  if (isDomainLike(word)) return hostName(word, pseudonyms);
  if (isVocabulary(word)) return word;
  const ending = FILE_ENDING.exec(word)?.[0] ?? "";
  if (ending !== "") return redactWord(word.slice(0, -ending.length), pseudonyms, unknown) + ending;
  const pseudonym = pseudonyms.known(word);
  if (pseudonym !== null) return pseudonym;
  return unknown === "value" ? pseudonyms.name("name", word) : pseudonyms.leftOut();
}

/** A path whose users and names are replaced; folders and files that are the same on every machine stay. */
export function redactPath(path: string, pseudonyms: Pseudonyms): string {
  return redactParts(path, pseudonyms, (part) => redactText(part, pseudonyms, "value"));
}

/** A host as a program is given it: a name of any form, or an address, in brackets or not. */
export function redactHost(host: string, pseudonyms: Pseudonyms): string {
  if (host === "" || pseudonyms.isInterface(host)) return host;
  const isName = /^[\p{L}_][\p{L}\p{N}\p{M}_.-]*$/u.test(host);
  return isName ? hostName(host, pseudonyms) : redactText(host, pseudonyms, "value");
}

/** A user name where one must stand. */
export function userName(name: string, pseudonyms: Pseudonyms): string {
  return isSystemAccount(name) ? name : pseudonyms.name("user", name);
}

/** A user name with or without a password (`alice:secret`), a domain or a host around it. */
export function redactAccount(account: string, pseudonyms: Pseudonyms): string {
  const [user = "", ...password] = account.split(":");
  const isName = /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_.-]*$/u.test(user);
  const replaced = isName ? userName(user, pseudonyms) : redactText(user, pseudonyms, "value");
  return [replaced, ...password.map(() => pseudonyms.leftOut())].join(":");
}

// Marks and masks are kept; an address may be written so, too, and a longer number may be anything.
function hexadecimal(text: string, pseudonyms: Pseudonyms, unknown: UnknownWords): string {
  if (text.length > LONGEST_HEXADECIMAL) return pseudonyms.name("name", text);
  const address: Address = { family: "inet", value: BigInt(text), zone: null };
  if (unknown === "value" || text.length < LONGEST_HEXADECIMAL || !isPrivateAddress(address)) return text;
  return `0x${pseudonyms.address(address).value.toString(16).padStart(8, "0")}`;
}

/** `wg-quick@wg0.service`: a unit of systemd, no account. */
function isUnit(user: string, host: string): boolean {
  return isVocabulary(user) && /\.(?:service|socket|timer|target|path)$/.test(host);
}

function isKnownWord(text: string, pseudonyms: Pseudonyms): boolean {
  return isVocabulary(text) || pseudonyms.isInterface(text) || text.split("/").every(isVocabulary);
}
