import type { HelperErrorCode } from "../../../shared/contract/helper-error.ts";
import type { ApplyAnswer } from "../../../shared/contract/helper-protocol.ts";
import { HELPER_LIMITS } from "../../../shared/contract/helper-limits.ts";
import type { Host } from "../host.ts";
import type { Journal } from "../journal/journal.ts";
import type { JournaledStep } from "../journal/record.ts";
import type { Operator } from "../operator.ts";
import { Refusal } from "../refusal.ts";
import { isStepDone, performStep } from "../steps/step-workers.ts";

/** Where the steps of one transaction are recorded. */
interface Record {
  readonly txn: string;
  readonly journal: Journal;
  readonly host: Host;
}

/** Takes the steps in order, each by the table as the operator has read it last, and looks at all of them in the end. */
export async function carryOut(
  steps: readonly JournaledStep[],
  operator: Operator,
  { txn, journal, host }: Record,
): Promise<Omit<ApplyAnswer, "txn">> {
  const deadline = host.now() + HELPER_LIMITS.applyMilliseconds;
  const results: (HelperErrorCode | null | undefined)[] = [];
  for (const [place, step] of steps.entries()) {
    // A nudge before its route is right only makes the client give up sooner (openconnect-facts §7.1).
    const hasFailed = results.some((err) => err !== null);
    if (host.now() > deadline || (hasFailed && step.planned.step.op === "nudge-client")) break;
    const err = await performStep(step, { host, operator });
    const changed = await hasChanged(step, err, operator, host);
    journal.note(txn, { record: "done", step: place, err, changed });
    results.push(err);
  }
  if (hasNudged(steps, results)) await host.letOthersGo();
  await operator.reread();
  const verified = results.map((err, place) => verify(err ?? null, steps[place], operator, host));
  journal.noteDurably(txn, { record: "commit", done: verified.filter((err) => err === null).length });
  return summary(steps, verified);
}

function hasNudged(steps: readonly JournaledStep[], results: readonly (HelperErrorCode | null | undefined)[]): boolean {
  return results.some((err, place) => err === null && steps[place]?.planned.step.op === "nudge-client");
}

// A step that failed may have changed something all the same, and undo must know: so look. `conflict` is said before
// anything was tried.
async function hasChanged(
  step: JournaledStep,
  err: HelperErrorCode | null,
  operator: Operator,
  host: Host,
): Promise<boolean> {
  if (err === null || err === "conflict") return err === null;
  try {
    await operator.reread();
  } catch (error) {
    // Nobody can tell: undo looks again and takes back only what it finds changed.
    if (error instanceof Refusal) return true;
    throw error;
  }
  return isStepDone(step, { host, operator });
}

// What was there after its step and is gone now was undone by somebody else meanwhile.
function verify(err: HelperErrorCode | null, step: JournaledStep | undefined, operator: Operator, host: Host) {
  if (err !== null || step === undefined || step.planned.step.op === "nudge-client") return err;
  return isStepDone(step, { host, operator }) ? null : "conflict";
}

function summary(
  steps: readonly JournaledStep[],
  results: readonly (HelperErrorCode | null)[],
): Omit<ApplyAnswer, "txn"> {
  const failed = results.flatMap((err, place) => {
    const step = steps[place];
    return err === null || step === undefined ? [] : [{ step: step.planned.id, err }];
  });
  return { done: results.length - failed.length, failed, left: steps.length - results.length };
}
