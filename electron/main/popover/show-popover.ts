import type { Rectangle } from "electron";
import type { FindingId } from "../../../shared/health/finding.ts";
import type { SendPush } from "../ipc/pusher.ts";
import type { Popover } from "./popover.ts";

/** The ways by which the user comes to the popover. */
export interface ShowPopover {
  open(): void;
  /** Where it was last. */
  again(): void;
  /** What a click on the icon does. */
  toggle(bounds: Rectangle): void;
  /** Shows one finding. */
  reveal(finding: FindingId): void;
  settings(): void;
}

/** What showing the popover needs. */
export interface ShowParts {
  readonly popover: Popover;
  readonly push: SendPush;
  iconBounds(): Rectangle;
  onShow(): void;
  /** Is given what kept it from being shown. */
  onError(error: unknown): void;
}

/**
 * Shows the popover at the tray icon. `onShow` is called before: what may have changed unseen meanwhile is looked up then.
 * Where it is to lead is told once the page is there. `iconBounds` are all zero on Linux.
 */
export function showPopover({ popover, push, iconBounds, onShow, onError }: ShowParts): ShowPopover {
  const openAt = async () => {
    onShow();
    await popover.show(iconBounds());
  };
  const settle = (shown: Promise<void>) => void shown.catch(onError);
  return {
    open: () => settle(openAt()),
    again: () => settle(popover.showAgain()),
    toggle(bounds) {
      onShow();
      settle(popover.toggle(bounds));
    },
    reveal: (finding) => settle(openAt().then(() => push("reveal", { finding }))),
    settings: () => settle(openAt().then(() => push("open", { view: "settings" }))),
  };
}
