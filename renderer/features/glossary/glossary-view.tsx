import { useMemo, useState } from "react";
import type { GlossaryTerm } from "../../../shared/explain/glossary.ts";
import { useText } from "../../app/services.ts";
import { useLateTexts } from "../../app/late-texts.ts";
import { useUnfinished } from "../../app/standing.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { SearchField } from "../../components/search-field.tsx";
import { ViewHeading } from "../../components/view-heading.tsx";
import { allTermNames } from "../../text/term-names.ts";
import { matchingTerms } from "./matching-terms.ts";

/** The words of the field, each in two or three sentences with an example. `wanted` is searched at first. */
export function GlossaryView({ wanted }: { wanted: string }) {
  const texts = useLateTexts("glossary");
  const names = useMemo(() => allTermNames(texts), [texts]);
  const text = useText();
  const [search, setSearch] = useState(wanted);
  useUnfinished("glossary", search !== "");
  const terms = matchingTerms(search, names);
  return (
    <div className="px-4 pb-4">
      <ViewHeading view="glossary" />
      <div className="sticky top-0 bg-paper py-3">
        <SearchField label={text("app:glossary.search")} value={search} onChange={setSearch} />
      </div>
      {terms.length === 0 && <EmptyState picture="search">{text("app:glossary.none")}</EmptyState>}
      <dl className="space-y-4">
        {terms.map((term) => (
          <Term key={term} term={term} />
        ))}
      </dl>
    </div>
  );
}

function Term({ term }: { term: GlossaryTerm }) {
  const text = useText();
  return (
    <div>
      <dt className="text-heading">{text(`glossary:term.${term}.name`)}</dt>
      <dd className="mt-1 select-text">{text(`glossary:term.${term}.text`)}</dd>
      <dd className="mt-1 border-l-2 border-line pl-3 text-small text-soft select-text">
        <span className="sr-only">{text("app:glossary.example")}</span> {text(`glossary:term.${term}.example`)}
      </dd>
    </div>
  );
}
