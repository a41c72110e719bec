import type { ViewProps } from "../../app/navigation.ts";
import { useText } from "../../app/services.ts";
import { useAnswer } from "../../app/use-answer.ts";
import { AnswerError } from "../../components/answer-error.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { ViewHeading } from "../../components/view-heading.tsx";
import { ViewWaiting } from "../../components/view-waiting.tsx";
import { TimelineEntries } from "./timeline-entries.tsx";

/** What happened to the network and the VPN on this machine, the newest first. */
export function TimelineView({ view }: ViewProps) {
  const text = useText();
  // What keep-alive did is noted between two looks.
  const moment = view === null ? null : `${view.look?.at ?? ""} ${view.keepAlive.state}`;
  const answer = useAnswer("timeline", null, moment);
  if (answer === null) return <ViewWaiting />;
  if (!answer.ok) return <AnswerError error={answer.error} />;
  const { entries } = answer.value;
  return (
    <>
      <ViewHeading view="timeline" />
      {entries.length > 0 ? (
        <TimelineEntries entries={entries} now={view?.look?.at ?? entries[0]?.at ?? ""} />
      ) : (
        <EmptyState picture="clock">{text("app:timeline.empty")}</EmptyState>
      )}
    </>
  );
}
