import type { HelperErrorCode } from "../../../shared/contract/helper-error.ts";
import type { UndoRefusal } from "../../../shared/contract/helper-protocol.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import type { JournaledStep } from "../journal/record.ts";
import type { Operator } from "../operator.ts";
import { Refusal } from "../refusal.ts";
import { putBackTogether, removeTogether } from "./delete-route.ts";
import type { UndoWorkplace, Workplace } from "./step-worker.ts";
import { performStep, undoStep } from "./step-workers.ts";

/**
 * The steps in their order, cut into runs: a run needs one look at the table in front of it, not one in front of each
 * step. It is a single step, or deletions that follow one another where the system allows that.
 */
export function runsOf<Item extends JournaledStep>(steps: readonly Item[], { together }: Operator): Item[][] {
  const runs: Item[][] = [];
  for (const step of steps) {
    const last = runs.at(-1);
    const goesOn = together !== null && last?.[0] !== undefined && isDeletion(last[0]) && isDeletion(step);
    if (goesOn) last.push(step);
    else runs.push([step]);
  }
  return runs;
}

/** Carries out one run and says what became of each step, in this order; a Refusal of a tool becomes the error of all. */
export async function performRun(
  run: readonly JournaledStep[],
  workplace: Workplace,
): Promise<(HelperErrorCode | null)[]> {
  const { together } = workplace.operator;
  if (together === null || run.length === 1) return each(run, (step) => performStep(step, workplace));
  try {
    return await removeTogether(run.map(routeOf), workplace, together);
  } catch (error) {
    if (error instanceof Refusal) return run.map(() => error.code);
    throw error;
  }
}

/** Takes one run back and says what became of each step, in this order; a Refusal of a tool becomes `failed` for all. */
export async function undoRun(
  run: readonly JournaledStep[],
  workplace: UndoWorkplace,
): Promise<(UndoRefusal | null)[]> {
  const { together } = workplace.operator;
  if (together === null || run.length === 1) return each(run, (step) => undoStep(step, workplace));
  try {
    return await putBackTogether(run.map(routeOf), workplace, together);
  } catch (error) {
    if (error instanceof Refusal) return run.map(() => "failed");
    throw error;
  }
}

async function each<Result>(
  run: readonly JournaledStep[],
  work: (step: JournaledStep) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const step of run) results.push(await work(step));
  return results;
}

function isDeletion({ planned }: JournaledStep): boolean {
  return planned.step.op === "delete-route";
}

function routeOf({ planned: { step } }: JournaledStep): Route {
  if (step.op !== "delete-route") throw new TypeError(`${step.op} is no deletion`);
  return step.route;
}
