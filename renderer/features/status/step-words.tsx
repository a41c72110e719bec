import type { Step } from "../../../shared/repair/step.ts";
import { useText } from "../../app/services.ts";
import { stepText } from "./step-text.ts";

/** One step in words. `done` says it of the past. */
export function StepWords({ step, form = "step" }: { step: Step; form?: "step" | "done" }) {
  const text = useText();
  const { code, args } = stepText(step);
  return <span className="[overflow-wrap:anywhere]">{text(`app:repair.${form}.${code}`, args)}</span>;
}
