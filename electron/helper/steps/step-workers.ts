import type { HelperErrorCode } from "../../../shared/contract/helper-error.ts";
import type { UndoRefusal } from "../../../shared/contract/helper-protocol.ts";
import type { Step } from "../../../shared/repair/step.ts";
import type { Host } from "../host.ts";
import type { FileChange, JournaledStep } from "../journal/record.ts";
import { Refusal } from "../refusal.ts";
import { addRoute } from "./add-route.ts";
import { clearResolver } from "./clear-resolver.ts";
import { deleteRoute } from "./delete-route.ts";
import { nudgeClient } from "./nudge-client.ts";
import { removeStateFile } from "./remove-state-file.ts";
import { replaceRoute } from "./replace-route.ts";
import type { StepWorker, UndoWorkplace, Workplace } from "./step-worker.ts";

const WORKERS: { readonly [Operation in Step["op"]]: StepWorker<Operation> } = {
  "delete-route": deleteRoute,
  "add-route": addRoute,
  "replace-route": replaceRoute,
  "nudge-client": nudgeClient,
  "clear-resolver": clearResolver,
  "remove-state-file": removeStateFile,
};

/** See {@link StepWorker.prepare}. */
export function prepareStep(step: Step, host: Host): FileChange | null {
  return workerOf(step).prepare(step, host);
}

/** See {@link StepWorker.perform}; a Refusal of a tool becomes the step's error. */
export async function performStep(
  { planned, file }: JournaledStep,
  workplace: Workplace,
): Promise<HelperErrorCode | null> {
  try {
    return await workerOf(planned.step).perform(planned.step, workplace, file);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

/** See {@link StepWorker.isDone}; a file that cannot be judged counts as not done. */
export function isStepDone({ planned, file }: JournaledStep, workplace: Workplace): boolean {
  try {
    return workerOf(planned.step).isDone(planned.step, workplace, file);
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** See {@link StepWorker.undo}; a Refusal of a tool becomes `failed`. */
export async function undoStep(
  { planned, file }: JournaledStep,
  workplace: UndoWorkplace,
): Promise<UndoRefusal | null> {
  try {
    return await workerOf(planned.step).undo(planned.step, workplace, file);
  } catch (error) {
    if (error instanceof Refusal) return "failed";
    throw error;
  }
}

function workerOf<Operation extends Step["op"]>(step: { readonly op: Operation }): StepWorker<Operation> {
  return WORKERS[step.op];
}
