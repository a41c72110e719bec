import type { PlanAnswer } from "../../../shared/contract/helper-protocol.ts";
import type { HelperConnection } from "../../helper-client/helper-connection.ts";
import { HelperFailure } from "../../helper-client/helper-failure.ts";
import { repairPhrases } from "../../../shared/explain/repair-label.ts";
import { FindingId } from "../../../shared/health/finding.ts";
import type { Finding } from "../../../shared/health/finding.ts";
import type { PlannedStep } from "../../../shared/repair/plan-model.ts";
import { CliFailure } from "../cli-failure.ts";
import type { CliContext } from "../context.ts";
import { EXIT } from "../exit-code.ts";
import type { ExitCode } from "../exit-code.ts";
import { withHelperFailures } from "../helper-failures.ts";
import { noteEvent } from "../note-event.ts";
import { lookHere } from "../look.ts";
import type { Look } from "../look.ts";
import { diagnosisDocument } from "../render/diagnosis.ts";
import { planLines } from "../render/plan.ts";
import { findingLines } from "../render/findings.ts";

/** What `holdfast clean` was asked to do. */
export interface CleanOptions {
  dryRun?: true;
  yes?: true;
  json?: true;
  /** Finding ids; their steps are taken even when they are only suspected, and no others. */
  only?: string[];
  /** 64 hex; apply only if the helper's plan still has this digest. */
  digest?: string;
}

/** `holdfast clean`: plan, ask, apply through the helper, look again. */
export async function clean(options: CleanOptions, context: CliContext): Promise<ExitCode> {
  const wanted = findingsNamed(options.only);
  const look = await lookHere(context);
  if (options.dryRun) return preview(look, options, wanted, context);
  if (look.plan.steps.every((step) => !isWanted(step, wanted))) return nothingToDo(look, context);
  return withHelperFailures(() => cleanBy({}, { look, options, wanted, context }));
}

/** One clean: what was seen before, and what is wanted of it. */
interface Cleaning {
  readonly look: Look;
  readonly options: CleanOptions;
  readonly wanted: ReadonlySet<string> | null;
  readonly context: CliContext;
}

type Way = NonNullable<Parameters<CliContext["machine"]["connectHelper"]>[0]>;

function cleanBy(way: Way, cleaning: Cleaning): Promise<ExitCode> {
  return withHelper(way, cleaning.context, (helper) => cleanWith(helper, way, cleaning));
}

function findingsNamed(names: readonly string[] | undefined): ReadonlySet<string> | null {
  if (names === undefined) return null;
  const known: readonly string[] = FindingId.options;
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new CliFailure(EXIT.usage, "cli:usage.unknown-finding", { finding: unknown });
  return new Set(names);
}

function isWanted(step: PlannedStep, wanted: ReadonlySet<string> | null): boolean {
  return wanted === null ? step.selected : wanted.has(step.finding);
}

// The helper remembers less: it may only offer what is proven to us. With the same digest it is the same plan, and what
// to take of it is the user's choice.
function asSelectedBy({ plan: own }: Look, plan: PlanAnswer, step: PlannedStep): PlannedStep {
  const same = own.digest === plan.digest ? own.steps.find(({ id }) => id === step.id) : undefined;
  return same === undefined ? step : { ...step, selected: same.selected };
}

function preview(look: Look, options: CleanOptions, wanted: ReadonlySet<string> | null, context: CliContext): ExitCode {
  const steps = look.plan.steps.filter((step) => wanted === null || wanted.has(step.finding));
  if (options.json) context.terminal.print(diagnosisDocument(look, context));
  else if (steps.length === 0) return nothingToDo(look, context);
  else context.terminal.print([context.t("cli:plan.title"), ...planLines(steps, look.snapshot.os, context)].join("\n"));
  return steps.length === 0 ? EXIT.fine : EXIT.problems;
}

function nothingToDo(look: Look, context: CliContext): ExitCode {
  context.terminal.print(context.t("cli:clean.nothing"));
  return look.assessment.findings.some(({ severity }) => severity === "error") ? EXIT.problems : EXIT.fine;
}

async function cleanWith(helper: HelperConnection, way: Way, cleaning: Cleaning): Promise<ExitCode> {
  const { look, options, wanted, context } = cleaning;
  const { terminal, t } = context;
  if (helper.mismatch !== null) throw new HelperFailure(helper.mismatch, { helper: helper.hello.helper });
  const plan = await helper.plan();
  if (options.digest !== undefined && options.digest !== plan.digest)
    throw new CliFailure(EXIT.changed, "app:error.plan-changed");
  const chosen = plan.entries.filter((step) => isWanted(asSelectedBy(look, plan, step), wanted));
  if (chosen.length === 0) return nothingToDo(await lookHere(context), context);
  const { steps, beyond } = withinRights(chosen, plan);
  // What the installed helper has no rights for at all is for one that has them.
  if (steps.length === 0) return cleanBy({ mode: "sudo" }, cleaning);
  terminal.complain(t(`cli:clean.by.${helper.hello.mode}`));
  terminal.complain([t("cli:plan.title"), ...planLines(steps, helper.hello.os, context)].join("\n"));
  if (beyond > 0) terminal.complain(t("cli:clean.rest", { count: beyond }));
  if (!options.yes && !(await confirmed(context))) return EXIT.problems;
  // The helper is one-shot: the plan that was confirmed is named by its digest, whoever answers.
  const applied = await withHelper(way, context, (fresh) =>
    fresh.apply(
      plan.digest,
      steps.map(({ id }) => id),
    ),
  );
  terminal.print(t("cli:clean.done", { done: applied.done, transaction: applied.txn }));
  for (const { step, err } of applied.failed)
    terminal.complain(t("cli:clean.failed", { step: step.slice(0, 8), error: err }));
  const failed = new Set(applied.failed.map(({ step }) => step));
  const done = steps.filter(({ id }) => !failed.has(id)).map(({ step }) => step);
  const after = await lookHere(context);
  const left = stillWrong(after);
  const verdict = left.length + applied.left + failed.size === 0 ? "verified" : "left";
  const event = { kind: "repaired", phrases: repairPhrases(done), failed: failed.size, verdict } as const;
  await noteEvent(event, { before: look.assessment.state, after: after.assessment.state }, context);
  return report(left, context);
}

/** The steps that this helper has the rights for, and how many it has not. */
function withinRights(
  chosen: readonly PlannedStep[],
  { skipped }: PlanAnswer,
): { readonly steps: readonly PlannedStep[]; readonly beyond: number } {
  const refused = new Set(skipped.flatMap(({ step, why }) => (why === "needs_root" ? [step] : [])));
  const steps = chosen.filter(({ id }) => !refused.has(id));
  return { steps, beyond: chosen.length - steps.length };
}

/** The user may think longer than the helper waits, so what was confirmed is sent by a connection of its own. */
async function withHelper<Result>(
  way: Way,
  { machine }: CliContext,
  work: (helper: HelperConnection) => Promise<Result>,
): Promise<Result> {
  const helper = await machine.connectHelper(way);
  try {
    return await work(helper);
  } finally {
    await helper.close();
  }
}

async function confirmed({ terminal, t }: CliContext): Promise<boolean> {
  const answer = await terminal.ask(`${t("cli:clean.question")} `);
  if (answer === null) throw new CliFailure(EXIT.usage, "cli:clean.nobody-to-ask");
  if (/^(?:y|yes|是|好)$/i.test(answer.trim())) return true;
  terminal.complain(t("cli:clean.declined"));
  return false;
}

// A remark is nothing wrong: vpn-slice's marked lines, say, which Holdfast never edits and the next connection replaces.
function stillWrong({ assessment }: Look): Finding[] {
  return assessment.findings.filter(({ certainty, severity }) => certainty !== "suspected" && severity !== "info");
}

function report(left: readonly Finding[], context: CliContext): ExitCode {
  if (left.length === 0) {
    context.terminal.print(context.t("cli:clean.verified"));
    return EXIT.fine;
  }
  context.terminal.print(
    [context.t("cli:clean.left"), ...left.flatMap((finding) => findingLines(finding, context))].join("\n"),
  );
  return EXIT.problems;
}
