import { systemPreferences } from "electron";
import type { Translate } from "../../../shared/locales/i18n.ts";
import { shownAssessment, shownPlan } from "../model.ts";
import type { Model } from "../model.ts";
import { trayView } from "./tray-view.ts";
import type { TrayView } from "./tray-view.ts";

/** The tray of what the app knows, in the language of `t`. */
export function trayOfModel(model: Model, t: Translate): TrayView {
  const { settings, keepAlive } = model;
  const reducedMotion = systemPreferences.getAnimationSettings().prefersReducedMotion;
  const assessment = shownAssessment(model);
  return trayView({ assessment, plan: shownPlan(model), keepAlive: keepAlive.state, settings, reducedMotion }, t);
}
