import type { Observation, ModelStore } from "../model.ts";
import { shownAssessment, shownPlan } from "../model.ts";
import type { Popover } from "../popover/popover.ts";
import { decideNotification, NOTHING_ANNOUNCED } from "./decide-notification.ts";
import type { Notice } from "./notice.ts";

/** Asks after each look whether there is something to say, and says it. */
export function announceLooks(
  model: ModelStore,
  popover: Pick<Popover, "isVisible">,
  say: (notice: Notice) => void,
): void {
  let announced = NOTHING_ANNOUNCED;
  let last: Observation | null = null;
  model.subscribe((state) => {
    const { observation, keepAlive } = state;
    const [plan, assessment] = [shownPlan(state), shownAssessment(state)];
    if (observation === null || observation === last || plan === null || assessment === null) return;
    const decision = decideNotification({
      assessment,
      at: observation.at,
      plan,
      keepAlive,
      atLaunch: last === null,
      popoverVisible: popover.isVisible(),
      paused: state.settings.notifications === "paused",
      announced,
    });
    last = observation;
    announced = decision.announced;
    if (decision.notice !== null) say(decision.notice);
  });
}
