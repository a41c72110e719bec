import type { Look, PlanView, StepView, TunnelFacts, ViewState } from "../../shared/contract/view-state.ts";
import { commandsOf } from "../../shared/repair/commands.ts";
import type { Plan, PlannedStep } from "../../shared/repair/plan-model.ts";
import { valuesOf } from "../../shared/snapshot/part.ts";
import type { OperatingSystem, Snapshot } from "../../shared/snapshot/snapshot.ts";
import { shownPlan } from "./model.ts";
import type { Model } from "./model.ts";

/** What the popover shows of the model. `sequence` counts the states that were sent. */
export function viewStateOf(model: Model, sequence: number): ViewState {
  const { os, language, settings, helper, activity, outcome } = model;
  return { sequence, os, language, settings, helper, activity, look: lookOf(model), outcome };
}

/** A step with the commands that do it and those that undo it. */
export function stepViewOf(planned: PlannedStep, os: OperatingSystem): StepView {
  const inverseCommands = planned.inverse === null ? [] : commandsOf(planned.inverse, os);
  return { planned, commands: commandsOf(planned.step, os), inverseCommands };
}

function lookOf(model: Model): Look | null {
  const { observation, os } = model;
  const plan = shownPlan(model);
  if (observation === null || plan === null) return null;
  const { assessment, snapshot, at } = observation;
  const interfaces = assessment.clients.filter((client) => client.alive).flatMap((client) => client.interface ?? []);
  return {
    at,
    assessment,
    plan: planViewOf(plan, os),
    tunnels: [...new Set(interfaces)].map((name) => tunnelFactsOf(name, snapshot)),
  };
}

function planViewOf(plan: Plan, os: OperatingSystem): PlanView {
  return { digest: plan.digest, steps: plan.steps.map((planned) => stepViewOf(planned, os)) };
}

function tunnelFactsOf(name: string, snapshot: Snapshot): TunnelFacts {
  const own = valuesOf(snapshot.interfaces).find((entry) => entry.name === name)?.addresses ?? [];
  const address = own.find((entry) => entry.family === "inet") ?? own[0];
  return { interface: name, address: address?.address ?? null, routes: tunnelRoutes(name, snapshot) };
}

function tunnelRoutes(name: string, { routes }: Snapshot): number | null {
  if (!routes.inet.observed) return null;
  const all = [...routes.inet.value, ...valuesOf(routes.inet6)];
  return all.filter((route) => route.interface === name && route.type === "unicast" && route.table === "main").length;
}
