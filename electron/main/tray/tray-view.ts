import type { Translate } from "../../../shared/locales/i18n.ts";
import type { KeepAliveStatus } from "../../../shared/contract/keep-alive-status.ts";
import type { Settings } from "../../../shared/contract/settings.ts";
import { headlineOf } from "../../../shared/explain/headline.ts";
import type { Headline } from "../../../shared/explain/headline.ts";
import type { Assessment, FindingId, HealthState } from "../../../shared/health/finding.ts";
import type { Plan } from "../../../shared/repair/plan-model.ts";
import { repairText } from "../../../shared/locales/repair-text.ts";

/** What a menu entry does when it is chosen. */
export type TrayAction =
  | { readonly do: "open" }
  | { readonly do: "settings" }
  | { readonly do: "reveal"; readonly finding: FindingId }
  | { readonly do: "pause-notifications"; readonly paused: boolean }
  | { readonly do: "quit" };

/** One entry of the tray's menu. */
export type MenuEntry =
  | { readonly kind: "separator" }
  | { readonly kind: "text"; readonly label: string }
  | { readonly kind: "action"; readonly label: string; readonly action: TrayAction }
  | { readonly kind: "switch"; readonly label: string; readonly on: boolean; readonly action: TrayAction };

/** The tray icon as a plain value: what is applied is compared with what was applied before. */
export interface TrayView {
  /** Names of the icon's pictures in order: one, or the frames of an animation. */
  readonly frames: readonly string[];
  readonly tooltip: string;
  readonly menu: readonly MenuEntry[];
}

/** What the tray shows. `assessment` and `plan` are null before the first look. */
export interface TrayInput {
  readonly assessment: Assessment | null;
  readonly plan: Plan | null;
  readonly keepAlive: KeepAliveStatus["state"];
  readonly settings: Settings;
  readonly reducedMotion: boolean;
  /** A version that waits for the user, null when there is none. */
  readonly newVersion: string | null;
}

const SEPARATOR: MenuEntry = { kind: "separator" };
const RECOVERING_FRAMES = ["recovering-1", "recovering-2", "recovering-3"];

/** The tray of one moment in the language of `t`. */
export function trayView(input: TrayInput, t: Translate): TrayView {
  const { assessment, settings, reducedMotion, keepAlive } = input;
  const headline = assessment === null ? null : headlineOf(assessment, keepAlive);
  const title = headline === null ? t("app:tray.starting") : titleOf(headline, t);
  return {
    frames: framesOf(assessment?.state ?? "unknown", reducedMotion),
    tooltip: headline === null ? title : sentenceOf(headline, t),
    menu: [
      { kind: "text", label: title },
      ...repairEntry(input, t),
      SEPARATOR,
      { kind: "action", label: t("app:tray.open"), action: { do: "open" } },
      pauseEntry(settings, t),
      ...updateEntry(input, t),
      { kind: "action", label: t("app:tray.settings"), action: { do: "settings" } },
      SEPARATOR,
      { kind: "action", label: t("app:tray.quit"), action: { do: "quit" } },
    ],
  };
}

function framesOf(state: HealthState, reducedMotion: boolean): readonly string[] {
  return state === "recovering" && !reducedMotion ? RECOVERING_FRAMES : [state];
}

function titleOf({ code, args }: Headline, t: Translate): string {
  return t(`app:headline.${code}.title`, args);
}

function sentenceOf(headline: Headline, t: Translate): string {
  const { code, args } = headline;
  return t("app:tray.tooltip", { title: titleOf(headline, t), text: t(`app:headline.${code}.text`, args) });
}

/** Leads to the finding, where the steps are shown before they are confirmed; the menu itself changes nothing. */
function repairEntry({ plan }: TrayInput, t: Translate): MenuEntry[] {
  const first = plan?.steps.find((step) => step.selected);
  if (plan === null || first === undefined) return [];
  const steps = plan.steps.filter((step) => step.selected).map(({ step }) => step);
  const label = t("app:tray.repair", { repair: repairText(steps, t) });
  return [{ kind: "action", label, action: { do: "reveal", finding: first.finding } }];
}

/** Leads to the settings, where it says what is new. It is all that tells of a version that was found without being asked. */
function updateEntry({ newVersion }: TrayInput, t: Translate): MenuEntry[] {
  if (newVersion === null) return [];
  return [{ kind: "action", label: t("app:tray.update", { version: newVersion }), action: { do: "settings" } }];
}

function pauseEntry({ notifications }: Settings, t: Translate): MenuEntry {
  const paused = notifications === "paused";
  return {
    kind: "switch",
    label: t("app:tray.pause-notifications"),
    on: paused,
    action: { do: "pause-notifications", paused: !paused },
  };
}
