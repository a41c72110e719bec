import { foldMarks } from "./log/fold.ts";

/**
 * Terms of the glossary in the order in which a list shows them. Their words are in the locales: `term.<id>` of the
 * namespace `glossary`, each with a name, other names (aliases), a text and an example.
 */
export const glossaryTerms = [
  "route",
  "routing-table",
  "routing-socket",
  "interface",
  "tunnel",
  "utun",
  "host-route",
  "next-hop",
  "gateway",
  "gateway-pin",
  "scoped-route",
  "default-route",
  "prefix",
  "longest-prefix-match",
  "on-link",
  "split-tunnel",
  "full-tunnel",
  "resolver",
  "dpd",
  "cstp",
  "dtls",
  "session-cookie",
  "reconnect",
  "stale",
  "orphaned",
  "packet-filter",
  "captive-portal",
  "mtu",
] as const;
export type GlossaryTerm = (typeof glossaryTerms)[number];

/** The part of a language's glossary that a look-up needs: the object under `term` of its glossary.json. */
export type TermNames = Readonly<Record<string, { readonly name: string; readonly aliases: readonly string[] }>>;

/** Things as they are printed by tools, the same in every language, and the term that explains them. */
const PRINTED: readonly (readonly [RegExp, GlossaryTerm])[] = [
  [/^u?tun\d+$/, "utun"],
  [/^(?:en|eth|wlan|wlp\w+|enp\w+|bridge|lo)\d+$/, "interface"],
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
