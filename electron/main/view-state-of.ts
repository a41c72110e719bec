import { needsRoot } from "../../shared/repair/needs-root.ts";
import type { Look, PlanView, StepView, ViewState } from "../../shared/contract/view-state.ts";
import type { Assessment, FindingId } from "../../shared/health/finding.ts";
import type { History } from "../../shared/history/history.ts";
import { commandsOf } from "../../shared/repair/commands.ts";
import type { Plan, PlannedStep } from "../../shared/repair/plan-model.ts";
import type { OperatingSystem } from "../../shared/snapshot/snapshot.ts";
import type { Route } from "../../shared/snapshot/route.ts";
import { shownAssessment, shownPlan } from "./model.ts";
import type { Model } from "./model.ts";

/** Findings whose route is the one to a VPN server. */
const PINS: ReadonlySet<FindingId> = new Set(["gateway-pin-stale", "gateway-pin-foreign"]);

/** What the popover shows of the model. `sequence` counts the states that were sent. */
export function viewStateOf(model: Model, sequence: number): ViewState {
  const { os, language, settings, helper, helperSetup, startsAtLogin, updates, about } = model;
  const { activity, keepAlive, outcome } = model;
  const chosen = { os, language, settings, helper, helperSetup, startsAtLogin, updates, about };
  return { sequence, ...chosen, activity, keepAlive, look: lookOf(model), outcome };
}

/** A step with the commands that do it and those that undo it. */
export function stepViewOf(planned: PlannedStep, os: OperatingSystem): StepView {
  const inverseCommands = planned.inverse === null ? [] : commandsOf(planned.inverse, os);
  return { planned, needsRoot: needsRoot(planned.step), commands: commandsOf(planned.step, os), inverseCommands };
}

function lookOf(model: Model): Look | null {
  const { observation, os, history } = model;
  const plan = shownPlan(model);
  const assessment = shownAssessment(model);
  if (observation === null || assessment === null || plan === null) return null;
  const { moreFindings, tunnels, at } = observation;
  return {
    at,
    assessment,
    moreFindings,
    plan: planViewOf(plan, os),
    tunnels: [...tunnels],
    knownServer: knownServerOf(assessment, history),
  };
}

/** A client that runs or left something behind names it best; else the history, else a pin that was left. */
function knownServerOf({ clients, findings }: Assessment, history: History): string | null {
  const pinning = clients.filter(({ family }) => family === "pins-host-route");
  const named = pinning.flatMap(({ server, serverAddresses }) => server ?? serverAddresses[0] ?? []);
  const pinned = findings.flatMap(({ id, route }) => (PINS.has(id) && route !== null ? [hostOf(route)] : []));
  return named[0] ?? pinned[0] ?? history.servers.at(-1) ?? null;
}

function hostOf({ destination }: Route): string {
  return destination.slice(0, destination.lastIndexOf("/"));
}

function planViewOf(plan: Plan, os: OperatingSystem): PlanView {
  return { digest: plan.digest, steps: plan.steps.map((planned) => stepViewOf(planned, os)) };
}
