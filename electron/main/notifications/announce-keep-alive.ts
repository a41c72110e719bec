import type { ModelStore } from "../model.ts";
import type { Popover } from "../popover/popover.ts";
import { decideKeepAliveNotice } from "./decide-keep-alive-notice.ts";
import type { Notice } from "./notice.ts";

/** Asks whenever keep-alive gets on whether there is something to say, and says it. */
export function announceKeepAlive(
  model: ModelStore,
  popover: Pick<Popover, "isVisible">,
  say: (notice: Notice) => void,
): void {
  model.subscribe(({ keepAlive, settings }, before) => {
    if (keepAlive === before.keepAlive) return;
    const notice = decideKeepAliveNotice({
      before: before.keepAlive,
      now: keepAlive,
      popoverVisible: popover.isVisible(),
      paused: settings.notifications === "paused",
    });
    if (notice !== null) say(notice);
  });
}
