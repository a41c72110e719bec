import { canonicalAddress } from "../network/address.ts";
import { observed, partlyObserved } from "../snapshot/part.ts";
import type { RouterHint } from "../snapshot/snapshot.ts";
import { UnreadableOutput } from "./contribution.ts";
import type { CaptureSource, OutputParser } from "./contribution.ts";
import { readScutilDictionary } from "./scutil-dictionary.ts";
import type { ScutilDictionary } from "./scutil-dictionary.ts";
import { isCommand, ownArguments } from "./source.ts";

const DNS_KEY = /^(?:State|Setup):\/Network\/(?:Global|Service\/([^/]+))\/DNS$/;
const ROUTER_KEY = /^(?:State|Setup):\/Network\/(?:Global|Service\/[^/]+)\/IPv[46]$/;
/** vpnc-script names its service after the tunnel (macos-facts §9.3); the system uses UUIDs. */
const INTERFACE = /^[a-z]+\d+$/;

/**
 * Reads the DNS settings under one dynamic-store key, `scutil show State:/Network/Service/utun6/DNS`. Throws
 * {@link UnreadableOutput} `bad-nameserver`, or as {@link readScutilDictionary} does.
 */
export const scutilDnsKey: OutputParser = {
  os: "darwin",
  understands(source) {
    return DNS_KEY.test(shownKey(source));
  },
  parse(text, source) {
    const dictionary = readScutilDictionary(text);
    if (dictionary === null) return { resolvers: partlyObserved([]) };
    const key = shownKey(source);
    const service = DNS_KEY.exec(key)?.[1] ?? "";
    const match = listOf(dictionary, "SupplementalMatchDomains");
    const domains = [...listOf(dictionary, "DomainName"), ...listOf(dictionary, "SearchDomains"), ...match];
    const resolver = {
      origin: "scutil-key" as const,
      name: key,
      servers: listOf(dictionary, "ServerAddresses").map(readServer),
      domains: [...new Set(domains.filter((domain) => domain !== ""))],
      interface: INTERFACE.test(service) ? service : (listOf(dictionary, "InterfaceName")[0] ?? null),
      writtenBy: null,
      scoped: false,
      supplemental: match.length > 0,
    };
    return { resolvers: partlyObserved([resolver]) };
  },
};

/**
 * Reads the router under one dynamic-store key, `scutil show State:/Network/Global/IPv4`. A key without one, or no such
 * key, is an answer, too. Throws {@link UnreadableOutput} `bad-router`, or as {@link readScutilDictionary} does.
 */
export const scutilRouterKey: OutputParser = {
  os: "darwin",
  understands(source) {
    return ROUTER_KEY.test(shownKey(source));
  },
  parse(text) {
    const dictionary = readScutilDictionary(text);
    return { routerHints: observed(dictionary === null ? [] : readHints(dictionary)) };
  },
};

function shownKey(source: CaptureSource): string {
  if (!isCommand(source, "scutil")) return "";
  const words = ownArguments(source);
  return words[0] === "show" ? (words[1] ?? "") : "";
}

function readHints(dictionary: ScutilDictionary): RouterHint[] {
  const [router] = listOf(dictionary, "Router");
  const name = listOf(dictionary, "PrimaryInterface")[0] ?? listOf(dictionary, "InterfaceName")[0];
  if (router === undefined || name === undefined) return [];
  const address = canonicalAddress(router);
  if (address === null) throw new UnreadableOutput(0, "bad-router");
  return [{ interface: name, router: address, origin: "dynamic-store" }];
}

function listOf(dictionary: ScutilDictionary, name: string): readonly string[] {
  const value = dictionary.get(name) ?? [];
  return typeof value === "string" ? [value] : value;
}

function readServer(text: string): string {
  const address = canonicalAddress(text);
  if (address === null) throw new UnreadableOutput(0, "bad-nameserver");
  return address;
}
