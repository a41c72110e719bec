import { Check } from "lucide-react";
import { Checkbox } from "radix-ui";
import { useId } from "react";
import type { StepView } from "../../../shared/contract/view-state.ts";
import { useText } from "../../app/services.ts";
import { Disclosure } from "../../components/disclosure.tsx";
import { StepCommands } from "./step-commands.tsx";
import { stepText } from "./step-text.ts";

interface PlanStepsProps {
  readonly steps: readonly StepView[];
  readonly ticked: readonly string[];
  readonly onTick: (ids: readonly string[]) => void;
}

/** Every step of the repair in words, those that are only offered with a box to tick, and the exact commands behind. */
export function PlanSteps({ steps, ticked, onTick }: PlanStepsProps) {
  const text = useText();
  const selected = steps.filter(({ planned }) => planned.selected);
  const offered = steps.filter(({ planned }) => !planned.selected);
  return (
    <div className="mt-3 border-t border-line pt-2.5">
      <h3 className="text-[12px] font-semibold tracking-wide text-soft">{text("app:repair.title")}</h3>
      <ol className="mt-1 space-y-0.5">
        {selected.map(({ planned }, index) => (
          <li key={planned.id} className="flex gap-2">
            <span className="text-soft tabular-nums">{index + 1}.</span>
            <StepWords step={planned.step} />
          </li>
        ))}
      </ol>
      {offered.length > 0 && <p className="mt-1.5 text-[12.5px] text-soft">{text("app:repair.only-if-chosen")}</p>}
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

function OfferedStep({ step, ticked, onTick }: { step: StepView } & Omit<PlanStepsProps, "steps">) {
  const id = useId();
  const isTicked = ticked.includes(step.planned.id);
  const others = ticked.filter((other) => other !== step.planned.id);
  return (
    <div className="mt-1 flex gap-2">
      <Checkbox.Root
        id={id}
        checked={isTicked}
        onCheckedChange={() => onTick(isTicked ? others : [...others, step.planned.id])}
        className="mt-0.5 grid size-4 shrink-0 place-items-center rounded border border-soft bg-card data-[state=checked]:border-accent data-[state=checked]:bg-accent"
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

function StepWords({ step }: { step: StepView["planned"]["step"] }) {
  const text = useText();
  const { code, args } = stepText(step);
  return <span className="[overflow-wrap:anywhere]">{text(`app:repair.step.${code}`, args)}</span>;
}
