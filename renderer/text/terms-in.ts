import { glossaryTerms } from "../../shared/explain/glossary.ts";
import type { GlossaryTerm, TermNames } from "../../shared/explain/glossary.ts";

/** A part of a sentence; `term` is not null where it is a word of the glossary. */
export interface Piece {
  readonly text: string;
  readonly term: GlossaryTerm | null;
}

/** Words that everybody knows, or that mean too much in plain language, are no way to the glossary inside a sentence. */
const PLAIN: ReadonlySet<GlossaryTerm> = new Set<GlossaryTerm>([
  "route",
  "interface",
  "gateway",
  "reconnect",
  "signal",
  "stale",
  "orphaned",
  "neighbour",
  "anchor",
  "carrier",
  "network-service",
  "keepalive",
]);

/** Finds the words of one language's glossary in its sentences. */
export type TermFinder = (sentence: string, most: number) => readonly Piece[];

/**
 * Makes a finder for the names and other names of a language. It cuts a sentence at the first `most` terms, each term
 * once, the longest name first where several begin at the same place; Latin names only as whole words.
 */
export function termFinder(names: TermNames): TermFinder {
  const spellings = new Map(
    glossaryTerms
      .filter((term) => !PLAIN.has(term))
      .flatMap((term) => spellingsOf(names, term).map((spelling) => [spelling.toLowerCase(), term] as const)),
  );
  const longestFirst = [...spellings.keys()].toSorted((one, other) => other.length - one.length);
  const pattern = new RegExp(longestFirst.map(patternOf).join("|"), "giu");
  return (sentence, most) => cut(sentence, pattern, spellings, most);
}

function spellingsOf(names: TermNames, term: GlossaryTerm): string[] {
  const entry = names[term];
  if (entry === undefined) return [];
  // "prefix (CIDR)" stands for two spellings. Another name of one word ("session", "lease") has other meanings, too.
  const spelled = [...entry.name.split(/[()（）]/), ...entry.aliases.filter((alias) => alias.includes(" "))];
  return spelled.map((spelling) => spelling.trim()).filter((spelling) => spelling.length > 1);
}

function patternOf(spelling: string): string {
  const escaped = spelling.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return /^\w/.test(spelling) ? String.raw`(?<![\w.])${escaped}(?![\w.]\w|\w)` : escaped;
}

function cut(sentence: string, pattern: RegExp, spellings: ReadonlyMap<string, GlossaryTerm>, most: number): Piece[] {
  const pieces: Piece[] = [];
  const seen = new Set<GlossaryTerm>();
  let end = 0;
  for (const { 0: found, index } of sentence.matchAll(pattern)) {
    const term = spellings.get(found.toLowerCase());
    if (term === undefined || seen.has(term) || seen.size === most) continue;
    seen.add(term);
    if (index > end) pieces.push({ text: sentence.slice(end, index), term: null });
    pieces.push({ text: found, term });
    end = index + found.length;
  }
  return end < sentence.length ? [...pieces, { text: sentence.slice(end), term: null }] : pieces;
}
