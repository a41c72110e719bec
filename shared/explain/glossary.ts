import { foldMarks } from "./log/fold.ts";

/**
 * Terms of the glossary in the order in which a list shows them. Their words are in the locales: `term.<id>` of the
 * namespace `glossary`, each with a name, other names (aliases), a text and an example.
 */
export const glossaryTerms = [
  "route",
  "routing-table",
  "network-namespace",
  "routing-socket",
  "interface",
  "tunnel",
  "point-to-point",
  "utun",
  "tun-tap",
  "wireguard",
  "ikev2",
  "host-route",
  "next-hop",
  "source-address",
  "gateway",
  "gateway-pin",
  "vpn-script",
  "scoped-route",
  "cloned-route",
  "default-route",
  "prefix",
  "longest-prefix-match",
  "metric",
  "policy-rule",
  "blackhole",
  "on-link",
  "link-local",
  "private-address",
  "loopback",
  "multicast",
  "broadcast",
  "neighbour",
  "arp",
  "carrier",
  "dhcp-lease",
  "network-service",
  "configd",
  "nat",
  "split-tunnel",
  "full-tunnel",
  "kill-switch",
  "resolver",
  "search-domain",
  "split-dns",
  "dpd",
  "keepalive",
  "cstp",
  "dtls",
  "rekey",
  "session-cookie",
  "reconnect",
  "signal",
  "stale",
  "orphaned",
  "packet-filter",
  "anchor",
  "captive-portal",
  "mtu",
] as const;
export type GlossaryTerm = (typeof glossaryTerms)[number];

/** The part of a language's glossary that a look-up needs: the object under `term` of its glossary.json. */
export type TermNames = Readonly<Record<string, { readonly name: string; readonly aliases: readonly string[] }>>;

/** Things as they are printed by tools, the same in every language, and the term that explains them. */
const PRINTED: readonly (readonly [RegExp, GlossaryTerm])[] = [
  [/^u?tun\d+$/, "utun"],
  [/^tap\d+$/, "tun-tap"],
  [/^wg\d+$/, "wireguard"],
  [/^ipsec\d+$/, "ikev2"],
  [/^lo0?$|^127(?:\.\d{1,3}){3}$|^::1$/, "loopback"],
  [/^169\.254(?:\.\d{1,3}){2}$|^fe80:[0-9a-f:]*(?:%\w+)?$/, "link-local"],
  [/^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d{1,3}){2,3}$/, "private-address"],
  [/^(?:22[4-9]|23\d)(?:\.\d{1,3}){3}$|^ff0[0-9a-f]:/, "multicast"],
  [/^[0-9a-f]{1,2}(?::[0-9a-f]{1,2}){5}$/, "arp"],
  [/^(?:en|eth|wlan|wlp\w+|enp\w+|bridge)\d+$/, "interface"],
  [/^\d{1,3}(?:\.\d{1,3}){3}\/32$|^[0-9a-f:]+\/128$/, "host-route"],
  [/^default$|^0\.0\.0\.0\/0$|^::\/0$/, "default-route"],
  [/^0(?:\.0\.0\.0)?\/1$|^128\.0(?:\.0\.0)?\/1$/, "full-tunnel"],
  [/^[0-9a-f.:]+\/\d{1,3}$/, "prefix"],
  [/^link#\d+$/, "on-link"],
];

/**
 * The term that a person's word stands for: a term's id, its name or an alias in any of the languages given, or
 * something that a tool printed (`utun6`, `0/1`). Case, hyphens, and full-width marks do not matter. Null when unknown.
 */
export function findTerm(query: string, languages: readonly TermNames[]): GlossaryTerm | null {
  const wanted = comparable(query);
  if (wanted === "") return null;
  return (
    byName(wanted, languages) ??
    PRINTED.find(([printed]) => printed.test(foldMarks(query).trim().toLowerCase()))?.[1] ??
    null
  );
}

function byName(wanted: string, languages: readonly TermNames[]): GlossaryTerm | null {
  return (
    glossaryTerms.find(
      (term) =>
        comparable(term) === wanted ||
        languages.some((names) => {
          const entry = names[term];
          return entry !== undefined && [entry.name, ...entry.aliases].some((name) => comparable(name) === wanted);
        }),
    ) ?? null
  );
}

function comparable(text: string): string {
  return foldMarks(text)
    .toLowerCase()
    .replace(/[\s_-]+/g, "");
}

/** How many other terms are offered when a word is not in the glossary. */
const MOST_NEAR = 3;

/**
 * Terms whose names are spelled nearly like the word, the nearest first: those that contain it or are contained in it,
 * and those that differ by few letters. None for a word that is like nothing.
 */
export function nearTerms(query: string, languages: readonly TermNames[]): GlossaryTerm[] {
  const wanted = comparable(query);
  if (wanted === "") return [];
  const near = glossaryTerms.map((term) => {
    const names = languages.flatMap((entries) => {
      const entry = entries[term];
      return entry === undefined ? [] : [entry.name, ...entry.aliases];
    });
    return { term, distance: Math.min(...[term, ...names].map((name) => distanceBetween(wanted, comparable(name)))) };
  });
  return near
    .filter(({ distance }) => Number.isFinite(distance))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, MOST_NEAR)
    .map(({ term }) => term);
}

// One letter in three may be wrong; a part of a name is as near as one wrong letter.
function distanceBetween(wanted: string, name: string): number {
  const edits = editDistance(wanted, name);
  if (edits <= Math.max(1, Math.floor(Math.min(wanted.length, name.length) / 3)) && edits < name.length) return edits;
  const isPart = wanted.length >= 2 && name.length >= 2 && (name.includes(wanted) || wanted.includes(name));
  return isPart ? 1 + Math.abs(name.length - wanted.length) / 100 : Number.POSITIVE_INFINITY;
}

/** Letters to add, leave out or change to make one word the other (Levenshtein). */
function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...a].entries()) {
    const line = [row + 1];
    for (const [column, other] of [...b].entries()) {
      const kept = (above[column] ?? 0) + (letter === other ? 0 : 1);
      line.push(Math.min(kept, (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1));
    }
    above = line;
  }
  return above[b.length] ?? a.length;
}
