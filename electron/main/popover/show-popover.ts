import type { Rectangle } from "electron";
import type { FindingId } from "../../../shared/health/finding.ts";
import type { SendPush } from "../ipc/pusher.ts";
import type { Popover } from "./popover.ts";

/** The ways by which the user comes to the popover. */
export interface ShowPopover {
  open(): void;
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
  readonly ready: Promise<void>;
  iconBounds(): Rectangle;
  onShow(): void;
}

/**
 * Shows the popover at the tray icon. `onShow` is called before: what may have changed unseen meanwhile is looked up then.
 * Where it is to lead is told once the page hears it (`ready`). `iconBounds` are all zero on Linux.
 */
export function showPopover({ popover, push, ready, iconBounds, onShow }: ShowParts): ShowPopover {
  const open = () => {
    onShow();
    popover.show(iconBounds());
  };
  return {
    open,
    toggle(bounds) {
      onShow();
      popover.toggle(bounds);
    },
    reveal(finding) {
      open();
      void ready.then(() => push("reveal", { finding }));
    },
    settings() {
      open();
      void ready.then(() => push("open", { view: "settings" }));
    },
  };
}
