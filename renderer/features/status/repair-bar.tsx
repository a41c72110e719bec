import type { PlanView, StepView, ViewState } from "../../../shared/contract/view-state.ts";
import { repairText } from "../../../shared/locales/repair-text.ts";
import { useClient, useText } from "../../app/services.ts";
import { Button } from "../../components/button.tsx";

interface RepairBarProps {
  readonly view: Pick<ViewState, "activity" | "helper">;
  readonly plan: PlanView;
  readonly chosen: readonly StepView[];
}

/** The one button that changes something. It stays in sight, and its words say what it will do. */
export function RepairBar({ view, plan, chosen }: RepairBarProps) {
  const text = useText();
  const client = useClient();
  const isIdle = view.activity === "idle";
  const label = repairText(
    chosen.map(({ planned }) => planned.step),
    text,
  );
  const repair = () => void client.repair({ digest: plan.digest, steps: chosen.map(({ planned }) => planned.id) });
  return (
    <div className="sticky bottom-0 mt-auto flex items-center gap-3 border-t border-line bg-paper px-3 py-2.5">
      <Button kind="primary" disabled={!isIdle || chosen.length === 0} onClick={repair}>
        {view.activity === "repairing" ? text("app:repair.working") : label || text("app:repair.nothing-chosen")}
      </Button>
      <p className="flex-1 text-[12px] leading-snug text-soft">{text(`app:repair.${noteOf(view.helper)}`)}</p>
    </div>
  );
}

function noteOf(helper: ViewState["helper"]): string {
  return helper.state === "asks-password" ? "asks-password" : "touches-only";
}
