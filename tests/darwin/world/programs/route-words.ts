import { parseAddress } from "../../../../shared/network/address.ts";
import { hostPrefix, prefixOf } from "../../../../shared/network/prefix.ts";
import type { Prefix } from "../../../../shared/network/prefix.ts";

/** The words of a `route` command, understood as route.c does. */
export interface RouteWords {
  readonly verb: string;
  /** Destination as it was typed. */
  readonly destination: string;
  /** Gateway as it was typed; empty text is an address that cannot be read. */
  readonly gateway: string | null;
  readonly netmask: string | null;
  readonly inet6: boolean;
  readonly form: "host" | "net" | null;
  /** `-interface`: the gateway is the name of an interface. */
  readonly throughInterface: boolean;
  readonly scope: string | null;
  readonly blackhole: boolean;
}

/** Takes the words apart; null for an option that this world does not know (usage, exit 64). */
export function readWords(words: readonly string[]): RouteWords | null {
  const [verb = "", ...rest] = words.filter((word, index) => !(index < 2 && /^-[nq]+$/.test(word)));
  const operands: string[] = [];
  const found: { netmask: string | null; scope: string | null } = { netmask: null, scope: null };
  const options = new Set<string>();
  for (let place = 0; place < rest.length; place++) {
    const word = rest[place] ?? "";
    if (word === "-ifscope") found.scope = rest[++place] ?? null;
    else if (word === "-netmask") found.netmask = rest[++place] ?? null;
    else if (word.startsWith("-")) options.add(word);
    else operands.push(word);
  }
  const known = ["-host", "-net", "-inet", "-inet6", "-interface", "-gateway", "-blackhole", "-static"];
  if (![...options].every((option) => known.includes(option))) return null;
  const [destination = "", gateway = null, mask = null] = operands;
  return {
    verb,
    destination,
    gateway,
    netmask: found.netmask ?? mask,
    inet6: options.has("-inet6"),
    form: options.has("-host") ? "host" : options.has("-net") ? "net" : null,
    throughInterface: options.has("-interface"),
    scope: found.scope,
    blackhole: options.has("-blackhole"),
  };
}

/** A destination with the mask that the words give it; null when it is no address. */
export function readDestination(words: RouteWords): { prefix: Prefix; host: boolean } | null {
  const { destination, netmask, inet6, form } = words;
  if (destination === "default") {
    const zero = parseAddress(inet6 ? "::" : "0.0.0.0");
    return zero === null ? null : { prefix: prefixOf(zero, 0), host: false };
  }
  const [text = "", lengthText] = destination.split("/");
  const address = parseAddress(inet6 ? text : expand(text, lengthText !== undefined));
  if (address === null) return null;
  const length = lengthText === undefined ? null : Number(lengthText);
  if (form === "host" || (length === null && netmask === null && form === null)) {
    return { prefix: hostPrefix(address), host: true };
  }
  const bits = length ?? (netmask === null ? classLength(text) : maskLength(netmask));
  return { prefix: prefixOf(address, bits), host: false };
}

// inet_aton puts the last number into all the octets that are left: 222.66.117 is 222.66.0.117. Before a slash the
// numbers fill up from the left (macos-facts §4.4).
function expand(text: string, isNetwork: boolean): string {
  const octets = text.split(".");
  if (octets.length === 4 || octets.some((octet) => !/^\d+$/.test(octet))) return text;
  const zeros = Array.from({ length: 4 - octets.length }, () => "0");
  return (isNetwork ? [...octets, ...zeros] : [...octets.slice(0, -1), ...zeros, octets.at(-1) ?? "0"]).join(".");
}

function classLength(text: string): number {
  const first = Number(text.split(".")[0]);
  return first < 128 ? 8 : first < 192 ? 16 : 24;
}

function maskLength(mask: string): number {
  const address = parseAddress(mask);
  return address === null ? 32 : address.value.toString(2).replace(/0+$/, "").length;
}
