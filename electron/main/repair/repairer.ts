import type { HelperConnection } from "../../helper-client/helper-connection.ts";
import { failureOf, HelperFailure } from "../../helper-client/helper-failure.ts";
import type { RepairRequest } from "../../../shared/contract/ipc.ts";
import { DONE, failed } from "../../../shared/contract/result.ts";
import type { Result } from "../../../shared/contract/result.ts";
import type { ApplyAnswer, PlanAnswer } from "../../../shared/contract/helper-protocol.ts";
import type { Activity, Outcome } from "../../../shared/contract/view-state.ts";
import { codedText } from "../../../shared/snapshot/coded-text.ts";
import type { CodedText } from "../../../shared/snapshot/coded-text.ts";
import { inOneGo } from "../../../shared/explain/in-one-go.ts";
import { needsRoot } from "../../../shared/repair/needs-root.ts";
import { shownPlan } from "../model.ts";
import type { Model, ModelStore } from "../model.ts";
import type { Rights } from "./helper-availability.ts";
import { stepViewOf } from "../view-state-of.ts";

/** What a repair needs of the rest of the app. */
export interface RepairerParts {
  readonly model: ModelStore;
  /** Opens a conversation with a helper that has these rights; throws HelperFailure. May ask the user for a password. */
  connect(rights: Rights): Promise<HelperConnection>;
  /** Looks at the machine again and puts what it sees into the model. */
  look(): Promise<void>;
  /** What is thrown and is no HelperFailure is a mistake of ours; this notes it and names it for the user. */
  onMistake(error: unknown): CodedText;
}

/** Repairs and undoes through the helper. How it ended is in the model's outcome; the result says the same to the caller. */
export interface Repairer {
  repair(request: RepairRequest): Promise<Result<null>>;
  undo(transaction: string): Promise<Result<null>>;
}

/** One repair or undo at a time. */
export function createRepairer(parts: RepairerParts): Repairer {
  return {
    repair(request) {
      const { rights, steps } = oneClick(parts.model.getState(), request.steps);
      return exclusively(parts, "repairing", rights, (helper) => repair(parts, helper, { ...request, steps }));
    },
    undo: (transaction) => undoAnywhere(parts, transaction),
  };
}

/** What one click does of the steps with these ids, and the rights that it takes. */
function oneClick(model: Model, chosen: readonly string[]): { rights: Rights; steps: string[] } {
  const beyond = new Set(shownPlan(model)?.steps.flatMap(({ id, step }) => (needsRoot(step) ? [id] : [])));
  const isRoutesOnly = model.helper.state === "installed";
  const steps = inOneGo(chosen, (id) => beyond.has(id), isRoutesOnly ? "routes-only" : "all-rights");
  return { rights: isRoutesOnly && steps.some((id) => beyond.has(id)) ? "all" : "routes", steps: [...steps] };
}

// Each helper knows what it did itself: what the installed one does not know was done with a password.
async function undoAnywhere(parts: RepairerParts, transaction: string): Promise<Result<null>> {
  const undoBy = (rights: Rights) =>
    exclusively(parts, "undoing", rights, (helper) => undo(parts, helper, transaction));
  const result = await undoBy("routes");
  const isElsewhere =
    !result.ok && result.error.code === "no-txn" && parts.model.getState().helper.state === "installed";
  return isElsewhere ? undoBy("all") : result;
}

async function exclusively(
  { model, connect, onMistake }: RepairerParts,
  activity: Exclude<Activity, "idle">,
  rights: Rights,
  act: (helper: HelperConnection) => Promise<Outcome>,
): Promise<Result<null>> {
  if (model.getState().activity !== "idle") return failed("busy");
  model.setState({ activity, outcome: null });
  let helper: HelperConnection | null = null;
  try {
    helper = await connect(rights);
    model.setState({ activity: "idle", outcome: await act(helper) });
    return DONE;
  } catch (error) {
    const coded = error instanceof HelperFailure ? codedText(error.code, error.args) : onMistake(error);
    const during = activity === "repairing" ? "repair" : "undo";
    const undoable = coded.code === "partial" && helper !== null ? await undoableOf(helper) : null;
    model.setState({ activity: "idle", outcome: { kind: "failed", during, error: coded, undoable } });
    return { ok: false, error: coded };
  } finally {
    await helper?.close();
  }
}

/** The transaction that was broken off. That it cannot be asked for must not hide why it was. */
async function undoableOf(helper: HelperConnection): Promise<string | null> {
  return helper.status().then(
    (status) => status.undoable,
    () => null,
  );
}

/** The helper's own plan is what is confirmed: when it is not what the user saw, it is shown, and nothing is done. */
async function repair(parts: RepairerParts, helper: HelperConnection, request: RepairRequest): Promise<Outcome> {
  const { model, look } = parts;
  // By other rules its plan is another one, and that would be taken for a change of the machine.
  if (helper.mismatch !== null) throw new HelperFailure(helper.mismatch, { helper: helper.hello.helper });
  const shown = shownPlan(model.getState());
  if (shown?.digest !== request.digest) throw new HelperFailure("plan-changed");
  const plan = await helper.plan();
  if (plan.digest !== shown.digest) {
    await look();
    showHelperPlan(model, plan);
    throw new HelperFailure(plan.entries.length === 0 ? "plan-empty" : "plan-changed");
  }
  const answer = await helper.apply(plan.digest, request.steps);
  await look();
  return outcomeOf(model, plan, request.steps, answer);
}

function showHelperPlan(model: ModelStore, { digest, entries }: PlanAnswer): void {
  const instead = model.getState().observation?.plan.digest;
  if (instead !== undefined) model.setState({ helperPlan: { plan: { digest, steps: entries }, instead } });
}

function outcomeOf(model: ModelStore, plan: PlanAnswer, chosen: readonly string[], answer: ApplyAnswer): Outcome {
  const { os, observation } = model.getState();
  const steps = plan.entries.filter(({ id }) => chosen.includes(id)).map((planned) => stepViewOf(planned, os));
  const errors = new Map(answer.failed.map(({ step, err }) => [step, codedText(failureOf(err).code)]));
  // What is still planned after looking again was not repaired, whatever the helper says.
  const isLeft = observation?.plan.steps.some(({ id }) => chosen.includes(id)) ?? true;
  return {
    kind: "applied",
    transaction: answer.txn,
    done: steps.filter(({ planned }) => !errors.has(planned.id)),
    failed: steps.flatMap((step) => {
      const error = errors.get(step.planned.id);
      return error === undefined ? [] : [{ step, error }];
    }),
    verdict: isLeft || answer.left > 0 || errors.size > 0 ? "left" : "verified",
  };
}

async function undo({ look }: RepairerParts, helper: HelperConnection, transaction: string): Promise<Outcome> {
  const { restored, skipped } = await helper.undo(transaction);
  await look();
  return { kind: "undone", restored, skipped: skipped.map(({ why }) => codedText(why)) };
}
