import { Check } from "lucide-react";
import { Checkbox } from "radix-ui";
import { useId } from "react";
import type { StepView } from "../../../shared/contract/view-state.ts";
import { useText } from "../../app/services.ts";
import { Disclosure } from "../../components/disclosure.tsx";
import { StepCommands } from "./step-commands.tsx";
import { StepWords } from "./step-words.tsx";

interface PlanDetailsProps {
  readonly steps: readonly StepView[];
  readonly ticked: readonly string[];
  readonly onTick: (ids: readonly string[]) => void;
}

/** Steps that are only offered, with a box to tick, and the exact commands of all steps. */
export function PlanDetails({ steps, ticked, onTick }: PlanDetailsProps) {
  const text = useText();
  const offered = steps.filter(({ planned }) => !planned.selected);
  return (
    <div className="mt-3 border-t border-line pt-2">
      {offered.length > 0 && <p className="mt-1 text-small text-soft">{text("app:repair.only-if-chosen")}</p>}
      {offered.map((step) => (
        <OfferedStep key={step.planned.id} step={step} ticked={ticked} onTick={onTick} />
      ))}
      <Disclosure title={text("app:repair.show-commands")}>
        {steps.map((step) => (
          <StepCommands key={step.planned.id} step={step} />
        ))}
      </Disclosure>
    </div>
  );
}

function OfferedStep({ step, ticked, onTick }: { step: StepView } & Omit<PlanDetailsProps, "steps">) {
  const id = useId();
  const isTicked = ticked.includes(step.planned.id);
  const others = ticked.filter((other) => other !== step.planned.id);
  return (
    <div className="mt-1 flex gap-2">
      <Checkbox.Root
        id={id}
        checked={isTicked}
        onCheckedChange={() => onTick(isTicked ? others : [...others, step.planned.id])}
        className="mt-1 grid size-4 shrink-0 place-items-center rounded-small border border-soft bg-card data-[state=checked]:border-accent data-[state=checked]:bg-accent"
      >
        <Checkbox.Indicator>
          <Check size={12} strokeWidth={3} className="text-on-accent" aria-hidden />
        </Checkbox.Indicator>
      </Checkbox.Root>
      <label htmlFor={id}>
        <StepWords step={step.planned.step} />
      </label>
    </div>
  );
}
