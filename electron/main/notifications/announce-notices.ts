import { systemClock } from "../../observe/clock.ts";
import type { Clock } from "../../observe/clock.ts";
import type { Translate } from "../../../shared/locales/i18n.ts";
import { shownAssessment, shownPlan } from "../model.ts";
import type { Model, ModelStore } from "../model.ts";
import type { Popover } from "../popover/popover.ts";
import { announcedAfter, NOTHING_ANNOUNCED } from "./announced.ts";
import type { ShownLook } from "./moment.ts";
import type { Notifier } from "./notifier.ts";

/** What announcing needs of the rest of the app. */
export interface AnnouncingParts {
  readonly model: ModelStore;
  readonly popover: Pick<Popover, "isVisible">;
  readonly notifier: Notifier;
  /** The text function of the language of now. */
  translate(): Translate;
  readonly clock?: Pick<Clock, "now">;
}

/**
 * Says what there is to say whenever something is known anew, and takes back what is no longer so. The function that is
 * given back looks once more, for when the popover was opened.
 */
export function announceNotices({
  model,
  popover,
  notifier,
  translate,
  clock = systemClock,
}: AnnouncingParts): () => void {
  let announced = NOTHING_ANNOUNCED;
  const announce = () => {
    const state = model.getState();
    const before = announced.shown;
    announced = announcedAfter(announced, {
      at: clock.now(),
      look: shownLook(state),
      keepAlive: state.keepAlive,
      popoverVisible: popover.isVisible(),
      settings: state.settings,
    });
    if (announced.shown === before) return;
    if (announced.shown === null) notifier.withdraw();
    else notifier.show(announced.shown, translate());
  };
  model.subscribe(announce);
  return announce;
}

function shownLook(model: Model): ShownLook | null {
  const [assessment, plan] = [shownAssessment(model), shownPlan(model)];
  return assessment === null || plan === null ? null : { assessment, plan };
}
