import { assess } from "../../../shared/health/assess.ts";
import type { Assessment } from "../../../shared/health/finding.ts";
import { EMPTY_HISTORY } from "../../../shared/history/history.ts";
import { commandsOf } from "../../../shared/repair/commands.ts";
import { planRepair } from "../../../shared/repair/plan.ts";
import type { PlannedStep } from "../../../shared/repair/plan-model.ts";
import { TEST_IDENTITY } from "../../support/judged.ts";
import { lookDirectly } from "../world/holdfast/look-directly.ts";
import type { BareMac } from "../world/bare-mac.ts";

/** What is concluded from one look at a Mac, with nothing remembered. */
export interface Verdict {
  readonly assessment: Assessment;
  /** The steps that are taken unless somebody objects. */
  readonly steps: readonly PlannedStep[];
}

export function judge(mac: BareMac): Verdict {
  const snapshot = lookDirectly(mac);
  const assessment = assess(snapshot, EMPTY_HISTORY);
  const { steps } = planRepair(assessment, snapshot, TEST_IDENTITY, EMPTY_HISTORY);
  return { assessment, steps: steps.filter(({ selected }) => selected) };
}

/** Takes the steps about routes and clients, by the very commands that are shown. */
export function takeSteps(steps: readonly PlannedStep[], mac: BareMac): void {
  for (const { step } of steps) {
    if (!("route" in step) && step.op !== "nudge-client") continue;
    for (const [path = "", ...words] of commandsOf(step, "darwin")) mac.run([path.replace(/^.*\//, ""), ...words]);
  }
}
