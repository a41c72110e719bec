import { useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import type { TimelineSummary } from "../../../shared/history/timeline.ts";
import { rowAfter } from "../../app/row-keys.ts";
import { DayHeading } from "./day-heading.tsx";
import { daysOf } from "./days-of.ts";
import { TimelineItem } from "./timeline-item.tsx";

/** The entries by day; `now` (ISO 8601) tells which is today. Tab leads to one of them, the arrow keys to the others. */
export function TimelineEntries({ entries, now }: { entries: readonly TimelineSummary[]; now: string }) {
  const list = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const stop = entries.some(({ id }) => id === current) ? current : entries[0]?.id;
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
    const index = rows.findIndex((row) => row === event.target);
    const target = index === -1 ? null : rowAfter(event.key, index, rows.length);
    if (target === null) return;
    event.preventDefault();
    rows[target]?.focus();
  };
  return (
    <div ref={list} onKeyDown={move}>
      {daysOf(entries).map(({ day, entries: ofDay }) => (
        <section key={day}>
          <DayHeading at={ofDay[0]?.at ?? ""} now={now} />
          <ol className="divide-y divide-line border-y border-line bg-card">
            {ofDay.map((entry) => (
              <li key={entry.id}>
                <TimelineItem entry={entry} isStop={entry.id === stop} onFocus={() => setCurrent(entry.id)} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
