import type { StepView } from "../../../shared/contract/view-state.ts";
import { routeKey } from "../../../shared/snapshot/route.ts";
import type { Finding } from "../../../shared/health/finding.ts";
import { Card } from "../../components/card.tsx";
import { useText } from "../../app/services.ts";
import type { Pushed } from "../../store/view-store.ts";
import { FindingItem } from "./finding-item.tsx";
import { PlanDetails } from "./plan-details.tsx";

interface FindingsCardProps {
  readonly findings: readonly Finding[];
  /** How many there are beside these. */
  readonly more: number;
  readonly steps: readonly StepView[];
  readonly reveal: Pushed["reveal"];
  readonly ticked: readonly string[];
  readonly onTick: (ids: readonly string[]) => void;
}

/** What is wrong and why, and the steps that would put it right. */
export function FindingsCard({ findings, more, steps, reveal, ticked, onTick }: FindingsCardProps) {
  const text = useText();
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
      {more > 0 && <p className="mt-3 text-soft">{text("app:finding.more", { count: more })}</p>}
      {steps.length > 0 ? (
        <PlanDetails steps={steps} ticked={ticked} onTick={onTick} />
      ) : (
        <p className="mt-3 border-t border-line pt-3 text-soft">{text("app:repair.none")}</p>
      )}
    </Card>
  );
}

function keyOf({ id, route, args }: Finding): string {
  return `${id} ${route === null ? JSON.stringify(args) : routeKey(route)}`;
}
