import type { Observation, ModelStore } from "../model.ts";
import { shownPlan } from "../model.ts";
import type { Popover } from "../popover/popover.ts";
import { decideNotification, NOTHING_ANNOUNCED } from "./decide-notification.ts";
import type { Notice } from "./decide-notification.ts";

/** Asks after each look whether there is something to say, and says it. */
export function announceLooks(
  model: ModelStore,
  popover: Pick<Popover, "isVisible">,
  say: (notice: Notice) => void,
): void {
  let announced = NOTHING_ANNOUNCED;
  let last: Observation | null = null;
  model.subscribe((state) => {
    const plan = shownPlan(state);
    if (state.observation === null || state.observation === last || plan === null) return;
    const decision = decideNotification({
      assessment: state.observation.assessment,
      plan,
      atLaunch: last === null,
      popoverVisible: popover.isVisible(),
      paused: state.settings.notifications === "paused",
      announced,
    });
    last = state.observation;
    announced = decision.announced;
    if (decision.notice !== null) say(decision.notice);
  });
}
