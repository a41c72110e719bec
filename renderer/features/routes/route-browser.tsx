import { useState } from "react";
import { LONGEST_SEARCH } from "../../../shared/contract/route-table.ts";
import type { RouteFilter } from "../../../shared/contract/route-table.ts";
import type { Topic } from "../../app/navigation.ts";
import { useText } from "../../app/services.ts";
import { useUnfinished } from "../../app/standing.ts";
import { useAnswer } from "../../app/use-answer.ts";
import { AnswerError } from "../../components/answer-error.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { SearchField } from "../../components/search-field.tsx";
import { ViewHeading } from "../../components/view-heading.tsx";
import { ViewWaiting } from "../../components/view-waiting.tsx";
import { AddressAnswer } from "./address-answer.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { RouteList } from "./route-list.tsx";

/** Rows that are asked for at first, and that each further page adds. */
const PAGE = 5_000;

/** The table with its search and filters. `topic` is what somebody wants to find here: an interface, an address. */
export function RouteBrowser({ lookedAt, topic }: { lookedAt: string; topic: Topic | null }) {
  const text = useText();
  const [search, setSearch] = useState(topic?.text ?? "");
  const [filter, setFilter] = useState<RouteFilter>("all");
  const [limit, setLimit] = useState(PAGE);
  const [followed, setFollowed] = useState(topic);
  useUnfinished("routes", search !== "" || filter !== "all");
  if (followed !== topic) {
    setFollowed(topic);
    setSearch(topic?.text ?? "");
    setFilter("all");
  }
  const asked = search.slice(0, LONGEST_SEARCH);
  const table = useAnswer("routes", { search: asked, filter, limit }, lookedAt);
  const answer = useAnswer("way", { address: asked }, lookedAt);
  const way = answer?.ok === true ? answer.value : null;
  return (
    <div className="flex h-full flex-col">
      <ViewHeading view="routes" />
      <search className="block space-y-2 border-b border-line bg-paper px-3 py-2">
        <SearchField label={text("app:routes.search")} value={search} onChange={setSearch} />
        <FilterBar filter={filter} counts={table?.ok === true ? table.value.counts : null} onFilter={setFilter} />
      </search>
      {table === null && <ViewWaiting />}
      {table?.ok === false && <AnswerError error={table.error} />}
      {table?.ok === true && (
        <RouteList
          rows={table.value.rows}
          matching={table.value.counts[filter]}
          lookedAt={lookedAt}
          onMore={() => setLimit(limit + PAGE)}
        >
          <AddressAnswer way={way} />
          {table.value.counts[filter] === 0 && way === null && (
            <EmptyState picture="search">{text("app:routes.none")}</EmptyState>
          )}
        </RouteList>
      )}
    </div>
  );
}
