import { findTerm, glossaryTerms } from "../../../shared/explain/glossary.ts";
import type { GlossaryTerm, TermNames } from "../../../shared/explain/glossary.ts";

/**
 * The terms that a search brings up: the one that the word stands for (also `utun6` or `0/1`) first, then those of
 * which a name or another name contains it, in any language. All of them when nothing is searched.
 */
export function matchingTerms(search: string, languages: readonly TermNames[]): readonly GlossaryTerm[] {
  const wanted = search.trim().toLowerCase();
  if (wanted === "") return glossaryTerms;
  const meant = findTerm(search, languages);
  const contains = (term: GlossaryTerm) =>
    languages.some((names) => {
      const entry = names[term];
      return entry !== undefined && [entry.name, ...entry.aliases].some((name) => name.toLowerCase().includes(wanted));
    });
  const others = glossaryTerms.filter((term) => term !== meant && contains(term));
  return meant === null ? others : [meant, ...others];
}
