import { glossaryTerms } from "../../shared/explain/glossary.ts";
import type { TermNames } from "../../shared/explain/glossary.ts";
import type { LateTexts, TextTree } from "../../shared/contract/texts.ts";

/** The names of every term in one language of the glossary's texts. */
export function termNames(glossary: LateTexts[keyof LateTexts]): TermNames {
  const terms = treeAt(glossary, "term");
  return Object.fromEntries(
    glossaryTerms.map((term) => {
      const { name, aliases } = treeAt(terms, term);
      return [term, { name: typeof name === "string" ? name : term, aliases: Array.isArray(aliases) ? aliases : [] }];
    }),
  );
}

/** The names in every language: whoever reads one may look for a word of the other. */
export function allTermNames(texts: LateTexts): readonly TermNames[] {
  return Object.values(texts).map(termNames);
}

function treeAt(tree: TextTree, key: string): TextTree {
  const found = tree[key];
  return found === undefined || typeof found === "string" || Array.isArray(found) ? {} : (found as TextTree);
}
