import type { TimelineSummary } from "../../../shared/history/timeline.ts";
import type { ViewProps } from "../../app/navigation.ts";
import { useText } from "../../app/services.ts";
import { useAnswer } from "../../app/use-answer.ts";
import { AnswerError } from "../../components/answer-error.tsx";
import { ViewWaiting } from "../../components/view-waiting.tsx";
import { daysOf } from "./days-of.ts";
import { DayHeading } from "./day-heading.tsx";
import { TimelineItem } from "./timeline-item.tsx";

/** What happened to the network and the VPN on this machine, the newest first. */
export function TimelineView({ view }: ViewProps) {
  // What keep-alive did is noted between two looks.
  const moment = view === null ? null : `${view.look?.at ?? ""} ${view.keepAlive.state}`;
  const answer = useAnswer("timeline", null, moment);
  if (answer === null) return <ViewWaiting />;
  return answer.ok ? <Entries entries={answer.value.entries} /> : <AnswerError error={answer.error} />;
}

function Entries({ entries }: { entries: readonly TimelineSummary[] }) {
  const text = useText();
  if (entries.length === 0) return <p className="m-6 text-center text-soft">{text("app:timeline.empty")}</p>;
  return daysOf(entries).map(({ day, entries: ofDay }) => (
    <section key={day}>
      <DayHeading at={ofDay[0]?.at ?? ""} />
      <ol className="divide-y divide-line border-y border-line bg-card">
        {ofDay.map((entry) => (
          <li key={entry.id}>
            <TimelineItem entry={entry} />
          </li>
        ))}
      </ol>
    </section>
  ));
}
