import type { Look } from "../../../shared/contract/view-state.ts";
import type { ViewProps } from "../../app/navigation.ts";
import { useAnswer } from "../../app/use-answer.ts";
import { AnswerError } from "../../components/answer-error.tsx";
import { ViewHeading } from "../../components/view-heading.tsx";
import { ViewWaiting } from "../../components/view-waiting.tsx";
import { shownFindings } from "../status/shown-findings.ts";
import { InterfaceGroup } from "./interface-group.tsx";
import { LeftoversCard } from "./leftovers-card.tsx";
import { ProgramsCard } from "./programs-card.tsx";

/** Whose each interface is, which VPN programs run, and whether one was left behind. */
export function InterfacesView({ view }: ViewProps) {
  return view?.look == null ? <ViewWaiting /> : <Report look={view.look} />;
}

function Report({ look }: { look: Look }) {
  const answer = useAnswer("interfaces", null, look.at);
  if (answer === null) return <ViewWaiting />;
  if (!answer.ok) return <AnswerError error={answer.error} />;
  const { value: report } = answer;
  return (
    <div className="pt-3 pb-1">
      <ViewHeading view="interfaces" />
      <LeftoversCard report={report} findings={shownFindings(look.assessment).length} />
      <ProgramsCard report={report} />
      <InterfaceGroup group="tunnels" report={report} />
      <InterfaceGroup group="networks" report={report} />
      <InterfaceGroup group="others" report={report} />
      <InterfaceGroup group="system" report={report} />
    </div>
  );
}
