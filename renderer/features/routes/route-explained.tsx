import type { RouteDetails } from "../../../shared/contract/route-table.ts";
import { useText } from "../../app/services.ts";
import { useAnswer } from "../../app/use-answer.ts";
import { AnswerError } from "../../components/answer-error.tsx";
import { RouteFinding } from "./route-finding.tsx";
import { RouteOriginPart } from "./route-origin-part.tsx";
import { RouteRangePart } from "./route-range-part.tsx";
import { RouteRolePart } from "./route-role-part.tsx";
import { RouteStatePart } from "./route-state-part.tsx";
import { RouteWords } from "./route-words.tsx";

/** All that is known about one row. */
export function RouteExplained({ routeKey, lookedAt }: { routeKey: string; lookedAt: string }) {
  const text = useText();
  const answer = useAnswer("routeDetails", { key: routeKey }, lookedAt);
  if (answer === null) return <p className="animate-late text-soft">{text("app:routes.reading")}</p>;
  return answer.ok ? <Explanation details={answer.value} /> : <AnswerError error={answer.error} />;
}

function Explanation({ details: { explanation, finding } }: { details: RouteDetails }) {
  return (
    <div className="space-y-3 text-small select-text">
      {finding === null ? <RouteStatePart explanation={explanation} /> : <RouteFinding finding={finding} />}
      <RouteRolePart role={explanation.role} />
      <RouteOriginPart origin={explanation.origin} />
      <RouteRangePart range={explanation.range} />
      <RouteWords words={explanation.words} />
    </div>
  );
}
