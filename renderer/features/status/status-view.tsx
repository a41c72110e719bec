import { useState } from "react";
import type { Look, ViewState } from "../../../shared/contract/view-state.ts";
import { pathPicture } from "../../../shared/explain/path-picture.ts";
import { useText } from "../../app/services.ts";
import { useUnfinished } from "../../app/standing.ts";
import type { Pushed } from "../../store/view-store.ts";
import { CheckCard } from "../check/check-card.tsx";
import { FindingsCard } from "./findings-card.tsx";
import { OutcomeCard } from "./outcome-card.tsx";
import { KeepAliveCard } from "./keep-alive-card.tsx";
import { PathFigure } from "./path/path-figure.tsx";
import { RepairBar } from "./repair-bar.tsx";
import { SessionCard } from "./session-card.tsx";
import { Headline } from "./headline.tsx";
import { shownFindings } from "./shown-findings.ts";
import { STAGE, toneOf } from "./tone.ts";
import { UnobservedCard } from "./unobserved-card.tsx";

interface StatusViewProps {
  readonly view: ViewState;
  readonly look: Look;
  readonly reveal: Pushed["reveal"];
}

/** The first view: the state in words, where the way breaks, what is wrong, and the repair. */
export function StatusView({ view, look, reveal }: StatusViewProps) {
  // Steps that are only offered, and that the user has ticked in this plan.
  const text = useText();
  const [ticked, setTicked] = useState<readonly string[]>([]);
  useUnfinished("ticked", ticked.length > 0);
  const { assessment } = look;
  const findings = shownFindings(assessment);
  const plan = findings.length === 0 ? { ...look.plan, steps: [] } : look.plan;
  const chosen = plan.steps.filter(({ planned }) => planned.selected || ticked.includes(planned.id));
  return (
    <div className="flex min-h-full flex-col">
      <div className={`mb-3 border-b border-line px-3 pt-4 pb-1 ${STAGE[toneOf(assessment)]}`}>
        <Headline assessment={assessment} keepAlive={view.keepAlive} />
        <PathFigure picture={pathPicture(assessment)} os={view.os} />
      </div>
      {view.outcome !== null && <OutcomeCard outcome={view.outcome} activity={view.activity} />}
      {findings.length > 0 && (
        <FindingsCard
          findings={findings}
          more={look.moreFindings}
          steps={plan.steps}
          reveal={reveal}
          ticked={ticked}
          onTick={setTicked}
        />
      )}
      {assessment.state === "unknown" && <UnobservedCard assessment={assessment} />}
      <KeepAliveCard view={view} hasFindings={findings.length > 0} />
      <SessionCard look={look} />
      <CheckCard knownServer={look.knownServer} lookedAt={look.at} />
      {assessment.state !== "unknown" && <UnobservedCard assessment={assessment} />}
      {assessment.state === "off" && view.outcome === null && (
        <p className="mx-7 mt-1 text-soft">{text("app:headline.watching")}</p>
      )}
      {plan.steps.length > 0 && <RepairBar view={view} plan={plan} chosen={chosen} />}
    </div>
  );
}
