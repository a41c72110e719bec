import type { Look } from "../../../shared/contract/view-state.ts";
import { routeKey } from "../../../shared/snapshot/route.ts";
import type { Finding } from "../../../shared/health/finding.ts";
import { Card } from "../../components/card.tsx";
import { useText } from "../../app/services.ts";
import type { Pushed } from "../../store/view-store.ts";
import { FindingItem } from "./finding-item.tsx";
import { PlanSteps } from "./plan-steps.tsx";

interface FindingsCardProps {
  readonly look: Look;
  readonly reveal: Pushed["reveal"];
  readonly ticked: readonly string[];
  readonly onTick: (ids: readonly string[]) => void;
}

/** What is wrong and why, and the steps that would put it right. */
export function FindingsCard({ look, reveal, ticked, onTick }: FindingsCardProps) {
  const text = useText();
  const { findings } = look.assessment;
  return (
    <Card label={text("app:finding.list")}>
      <ul className="divide-y divide-line">
        {findings.map((finding) => (
          <FindingItem
            key={keyOf(finding)}
            finding={finding}
            revealed={reveal?.finding === finding.id ? reveal.nth : null}
          />
        ))}
      </ul>
      {look.plan.steps.length > 0 && <PlanSteps steps={look.plan.steps} ticked={ticked} onTick={onTick} />}
    </Card>
  );
}

function keyOf({ id, route, args }: Finding): string {
  return `${id} ${route === null ? JSON.stringify(args) : routeKey(route)}`;
}
