import { useState } from "react";
import { LONGEST_SEARCH } from "../../../shared/contract/route-table.ts";
import type { RouteFilter } from "../../../shared/contract/route-table.ts";
import type { Topic } from "../../app/navigation.ts";
import { useAnswer } from "../../app/use-answer.ts";
import { AnswerError } from "../../components/answer-error.tsx";
import { SearchField } from "../../components/search-field.tsx";
import { useText } from "../../app/services.ts";
import { ViewWaiting } from "../../components/view-waiting.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { RouteList } from "./route-list.tsx";

/** Rows that are shown at first, and that each further page adds. */
const PAGE = 500;

/** The table with its search and filters. `topic` is what somebody wants to find here: an interface, an address. */
export function RouteBrowser({ lookedAt, topic }: { lookedAt: string; topic: Topic | null }) {
  const text = useText();
  const [search, setSearch] = useState(topic?.text ?? "");
  const [filter, setFilter] = useState<RouteFilter>("all");
  const [limit, setLimit] = useState(PAGE);
  const [followed, setFollowed] = useState(topic);
  if (followed !== topic) {
    setFollowed(topic);
    setSearch(topic?.text ?? "");
    setFilter("all");
  }
  const answer = useAnswer("routes", { search: search.slice(0, LONGEST_SEARCH), filter, limit }, lookedAt);
  const table = answer?.ok === true ? answer.value : null;
  return (
    <>
      <search className="sticky top-0 z-10 block space-y-2 border-b border-line bg-paper px-3 py-2.5">
        <SearchField label={text("app:routes.search")} value={search} onChange={setSearch} />
        <FilterBar filter={filter} counts={table?.counts ?? null} onFilter={setFilter} />
      </search>
      {answer === null && <ViewWaiting />}
      {answer?.ok === false && <AnswerError error={answer.error} />}
      {table !== null && (
        <RouteList
          table={table}
          lookedAt={lookedAt}
          matching={table.counts[filter]}
          onMore={() => setLimit(limit + PAGE)}
        />
      )}
    </>
  );
}
