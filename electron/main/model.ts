import { createStore } from "zustand/vanilla";
import type { StoreApi } from "zustand/vanilla";
import { waitsForUser } from "../../shared/contract/keep-alive-status.ts";
import type { KeepAliveStatus } from "../../shared/contract/keep-alive-status.ts";
import type { Language, Settings } from "../../shared/contract/settings.ts";
import type { HelperSetup } from "../../shared/contract/helper-setup.ts";
import type { Updates } from "../../shared/contract/updates.ts";
import type { About, Activity, HelperAvailability, Outcome, TunnelFacts } from "../../shared/contract/view-state.ts";
import type { Assessment } from "../../shared/health/finding.ts";
import { EMPTY_HISTORY } from "../../shared/history/history.ts";
import type { History } from "../../shared/history/history.ts";
import type { Plan } from "../../shared/repair/plan-model.ts";
import type { OperatingSystem } from "../../shared/snapshot/snapshot.ts";

/**
 * What was concluded from one look at the machine. The snapshot itself, which can hold a million routes, stays with the
 * lookout, and so do findings and steps that are too many to be shown.
 */
export interface Observation {
  readonly assessment: Assessment;
  /** Findings beside those in the assessment, which are the worst. */
  readonly moreFindings: number;
  /** The app's own plan. */
  readonly plan: Plan;
  /** Of the living clients. */
  readonly tunnels: readonly TunnelFacts[];
  /** ISO 8601. */
  readonly at: string;
}

/** What the main process knows at one moment. Everything that is shown is a pure function of it. */
export interface Model {
  readonly os: OperatingSystem;
  readonly language: Language;
  readonly settings: Settings;
  readonly helper: HelperAvailability;
  readonly helperSetup: HelperSetup;
  /** Null where it cannot be set. */
  readonly startsAtLogin: boolean | "forbidden" | null;
  readonly updates: Updates;
  readonly about: About;
  readonly activity: Activity;
  readonly keepAlive: KeepAliveStatus;
  readonly history: History;
  readonly observation: Observation | null;
  /**
   * The helper's plan where it differed from the app's: it may see more. It is what is confirmed, so it is what is shown
   * as long as the app's own plan, named by `instead`, stays the same.
   */
  readonly helperPlan: { readonly plan: Plan; readonly instead: string } | null;
  readonly outcome: Outcome | null;
}

export type ModelStore = StoreApi<Model>;

/** A model before the first look. */
export function createModel(
  start: Pick<
    Model,
    "os" | "language" | "settings" | "helper" | "helperSetup" | "startsAtLogin" | "updates" | "about"
  > &
    Partial<Pick<Model, "history">>,
): ModelStore {
  return createStore<Model>(() => ({
    history: EMPTY_HISTORY,
    ...start,
    activity: "idle",
    keepAlive: { state: "off" },
    observation: null,
    helperPlan: null,
    outcome: null,
  }));
}

/** The plan that the user sees and confirms: the helper's, where it is known to differ from the app's. */
export function shownPlan({ observation, helperPlan }: Pick<Model, "observation" | "helperPlan">): Plan | null {
  if (observation === null) return null;
  return helperPlan?.instead === observation.plan.digest ? helperPlan.plan : observation.plan;
}

/** The verdict that the user sees: what keep-alive is putting right at this moment is not called broken. */
export function shownAssessment({
  observation,
  keepAlive,
}: Pick<Model, "observation" | "keepAlive">): Assessment | null {
  if (observation === null) return null;
  const { assessment } = observation;
  const isHeldBack = assessment.state === "broken" && keepAlive.state === "restoring" && !waitsForUser(keepAlive);
  return isHeldBack ? { ...assessment, state: "recovering" } : assessment;
}
