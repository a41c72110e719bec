import type { ReactNode } from "react";
import type { GlossaryTerm } from "../../shared/explain/glossary.ts";
import { useOpenView } from "../app/navigation.ts";

/** Words that the glossary explains; a click leads there. */
export function TermLink({ term, children }: { term: GlossaryTerm; children: ReactNode }) {
  const openView = useOpenView();
  return (
    <button
      type="button"
      className="inline rounded-small text-left underline decoration-soft decoration-dotted underline-offset-3 hover:text-accent hover:decoration-accent"
      onClick={() => openView("glossary", term)}
    >
      {children}
    </button>
  );
}
