import { systemPreferences } from "electron";
import type { Settings } from "../../../shared/contract/settings.ts";
import type { Translate } from "../../../shared/locales/i18n.ts";
import { shownAssessment, shownPlan } from "../model.ts";
import type { Model } from "../model.ts";
import { waitingVersion } from "../updates/advance-update.ts";
import { trayView } from "./tray-view.ts";
import type { TrayView } from "./tray-view.ts";

/** What the tray shows of the model. */
type TrayModel = Pick<Model, "settings" | "keepAlive" | "observation" | "helperPlan" | "updates">;

/** The tray of what the app knows, in the language of `t`. */
export function trayOfModel(model: TrayModel, t: Translate): TrayView {
  const { settings, keepAlive, updates } = model;
  const reducedMotion = systemPreferences.getAnimationSettings().prefersReducedMotion;
  const assessment = shownAssessment(model);
  const known = { assessment, plan: shownPlan(model), keepAlive: keepAlive.state, settings };
  return trayView({ ...known, reducedMotion, newVersion: waitingVersion(updates.progress) }, t);
}

/** The tray before anything is known but what the user chose. */
export function trayAtStart(settings: Settings, t: Translate): TrayView {
  const updates = { way: "source", progress: { state: "unchecked" } } as const;
  return trayOfModel({ settings, keepAlive: { state: "off" }, observation: null, helperPlan: null, updates }, t);
}
