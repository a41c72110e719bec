import type { HelperErrorCode } from "../../../shared/contract/helper-error.ts";
import type { ApplyAnswer } from "../../../shared/contract/helper-protocol.ts";
import { HELPER_LIMITS } from "../../../shared/contract/helper-limits.ts";
import type { Host } from "../host.ts";
import type { Journal } from "../journal/journal.ts";
import type { JournaledStep } from "../journal/record.ts";
import type { Operator } from "../operator.ts";
import { Refusal } from "../refusal.ts";
import { performRun, runsOf } from "../steps/runs.ts";
import { isStepDone } from "../steps/step-workers.ts";

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
  const results: (HelperErrorCode | null)[] = [];
  for (const run of runsOf(steps, operator)) {
    // A nudge before its route is right only makes the client give up sooner (openconnect-facts §7.1).
    const hasFailed = results.some((err) => err !== null);
    if (host.now() > deadline || (hasFailed && run[0]?.planned.step.op === "nudge-client")) break;
    const tried = await tryRun(run, operator, host);
    journal.note(
      txn,
      ...tried.map((one, place) => ({ record: "done", step: results.length + place, ...one }) as const),
    );
    results.push(...tried.map(({ err }) => err));
  }
  if (hasNudged(steps, results)) await host.letOthersGo();
  await operator.reread();
  const verified = results.map((err, place) => verify(err, steps[place], operator, host));
  journal.noteDurably(txn, { record: "commit", done: verified.filter((err) => err === null).length });
  return summary(steps, verified);
}

/** What became of a step, and whether undo has something to take back. */
interface Tried {
  readonly err: HelperErrorCode | null;
  readonly changed: boolean;
}

async function tryRun(run: readonly JournaledStep[], operator: Operator, host: Host): Promise<Tried[]> {
  const errors = await performRun(run, { host, operator });
  const isKnown = await lookAfter(errors, operator);
  return run.map((step, place) => {
    const err = errors[place] ?? null;
    if (err === null || err === "conflict") return { err, changed: err === null };
    return { err, changed: !isKnown || isStepDone(step, { host, operator }) };
  });
}

// A step that failed may have changed something all the same, and undo must know: so look. `conflict` is said before
// anything was tried.
async function lookAfter(errors: readonly (HelperErrorCode | null)[], operator: Operator): Promise<boolean> {
  if (errors.every((err) => err === null || err === "conflict")) return true;
  try {
    await operator.reread();
    return true;
  } catch (error) {
    // Nobody can tell: undo looks again and takes back only what it finds changed.
    if (error instanceof Refusal) return false;
    throw error;
  }
}

function hasNudged(steps: readonly JournaledStep[], results: readonly (HelperErrorCode | null)[]): boolean {
  return results.some((err, place) => err === null && steps[place]?.planned.step.op === "nudge-client");
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
