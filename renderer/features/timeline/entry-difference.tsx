import type { ReactNode } from "react";
import type { Difference } from "../../../shared/history/difference.ts";
import { interfaceLineText, routeLineText } from "../../../shared/locales/timeline-text.ts";
import { useText } from "../../app/services.ts";
import { useAnswer } from "../../app/use-answer.ts";
import { AnswerError } from "../../components/answer-error.tsx";
import { DifferenceSection } from "./difference-section.tsx";

/** What differs before and after an entry. */
export function EntryDifference({ id }: { id: string }) {
  const text = useText();
  const answer = useAnswer("timelineEntry", { id }, null);
  if (answer === null) return <p className="animate-late text-soft">{text("app:routes.reading")}</p>;
  if (!answer.ok) return <AnswerError error={answer.error} />;
  if (answer.value === null) return <p className="text-soft">{text("app:timeline.gone")}</p>;
  return <Sections difference={answer.value.difference} />;
}

function Sections({ difference: { routes, interfaces, resolvers } }: { difference: Difference }): ReactNode {
  const text = useText();
  const count = [routes, interfaces, resolvers].reduce((sum, side) => sum + side.before.length + side.after.length, 0);
  if (count === 0) return <p className="text-small text-soft">{text("changes:difference.nothing")}</p>;
  return (
    <div className="space-y-3 text-small select-text">
      <DifferenceSection name="routes" sides={routes} textOf={(line) => routeLineText(line, text)} />
      <DifferenceSection name="interfaces" sides={interfaces} textOf={(line) => interfaceLineText(line, text)} />
      <DifferenceSection name="resolvers" sides={resolvers} textOf={(line) => line} />
    </div>
  );
}
