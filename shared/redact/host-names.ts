import { parseAddress } from "../network/address.ts";
import { prefixOf } from "../network/prefix.ts";
import { isSpecialLabel } from "./names.ts";
import type { Pseudonyms } from "./pseudonyms.ts";
import { isVocabulary } from "./vocabulary.ts";

/**
 * What the last label of a name of hosts is; other names with dots are files, programs and keys. Of the country codes
 * those are left out that more files than hosts end with (`.sh`, `.pl`, `.py`, `.so`).
 */
const LAST_LABEL =
  /^(?:com|net|org|edu|gov|mil|int|info|biz|name|eu|asia|tel|mobi|pro|coop|museum|cat|jobs|travel|dev|cloud|online|site|tech|xyz|top|club|shop|store|live|network|systems|solutions|digital|team|work|group|company|agency|academy|university|college|school|health|bank|law|gmbh|berlin|paris|london|nyc|tokyo|wien|koeln|hamburg|swiss|corp|private|intranet|local|localhost|localdomain|internal|lan|home|test|example|invalid|onion|arpa|ts|beer|xn--[\w-]+|(?!sh$|pl$|py$|so$|ps$|cc$|rs$|md$|in$|st$)[a-z]{2})$/i;
const LABEL = /^(?!-)[\p{L}\p{N}\p{M}_-]{1,63}$/u;
/** First labels of names that are written the other way round: of bundles, D-Bus and dynamic-store keys. */
const REVERSED = /^(?:com|org|net|io|de|ch|fr|uk|us|me|dev|app|eu|ai|co|tech)$/i;
/** Endings of files. */
export const FILE_ENDING =
  /\.(?:txt|json|ndjson|conf|cfg|ini|ovpn|log|pid|sock|socket|service|timer|target|app|appex|xpc|framework|bundle|dylib|kext|plist|plugin|systemextension|pem|crt|key|p12|db|lock|state|lease|leases|sh|py|pl|js|mjs|cjs|ts|rb|so|md|html|xml|ya?ml|toml|gz|zip|dmg|pkg|deb|desktop|bak|tmp|old|exe|jar|mac)$/i;

const REVERSE = /^([\da-f.]+)\.(in-addr|ip6)\.arpa\.?$/i;

/** Whether a word with dots names a host or a domain, as far as its form tells. */
export function isDomainLike(word: string): boolean {
  const labels = word.replace(/\.$/, "").split(".");
  if (labels.length < 2 || FILE_ENDING.test(word) || !labels.every((label) => LABEL.test(label))) return false;
  if (REVERSED.test(labels[0] ?? "") && isVocabulary(labels.slice(1).join("."))) return false;
  return LAST_LABEL.test(labels.at(-1) ?? "");
}

/** A name of a host or domain, label by label: names with the same end have the same end again. */
export function hostName(name: string, pseudonyms: Pseudonyms): string {
  const reversed = reverseZone(name, pseudonyms);
  if (reversed !== null) return reversed;
  return name
    .split(".")
    .map((label) => (isKeptLabel(label, pseudonyms) ? label : pseudonyms.name("name", label)))
    .join(".");
}

/** vpn-slice calls the servers that its VPN gave it `dns0.utun6` (openconnect-facts §2.4). */
function isKeptLabel(label: string, pseudonyms: Pseudonyms): boolean {
  return (
    label === "" || label === "*" || /^dns\d$/.test(label) || isSpecialLabel(label) || pseudonyms.isInterface(label)
  );
}

/** A zone that leads from addresses to names (`1.168.192.in-addr.arpa`), for the address that replaces its own; null for other names. */
export function reverseZone(name: string, pseudonyms: Pseudonyms): string | null {
  const [, digits = "", kind = ""] = REVERSE.exec(name) ?? [];
  if (kind === "") return null;
  const isInet = kind.toLowerCase() === "in-addr";
  const parts = digits.split(".").toReversed();
  const most = isInet ? 4 : 32;
  const pieces = [...parts, ...Array<string>(Math.max(0, most - parts.length)).fill("0")].slice(0, most);
  const text = isInet ? pieces.join(".") : pieces.join("").replaceAll(/....(?=.)/g, "$&:");
  const address = parseAddress(text);
  if (address === null || parts.length > most) return null;
  const bits = parts.length * (isInet ? 8 : 4);
  const { value } = parts.length === most ? pseudonyms.address(address) : pseudonyms.prefix(prefixOf(address, bits));
  const written = isInet
    ? [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 255n))
    : value.toString(16).padStart(32, "0").split("");
  return [...written.slice(0, parts.length).toReversed(), kind, "arpa"].join(".");
}
