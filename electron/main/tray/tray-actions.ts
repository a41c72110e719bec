import type { Settings } from "../../../shared/contract/settings.ts";
import type { ShowPopover } from "../popover/show-popover.ts";
import type { TrayAction } from "./tray-view.ts";

/** What the entries of the tray's menu act on. */
export interface TrayActionParts {
  readonly show: Pick<ShowPopover, "open" | "settings" | "reveal">;
  changeSettings(change: Partial<Settings>): void;
  quit(): void;
}

/** Does what the user has chosen in the tray's menu. */
export function trayActions({ show, changeSettings, quit }: TrayActionParts): (action: TrayAction) => void {
  return (action) => {
    switch (action.do) {
      case "open":
        return show.open();
      case "settings":
        return show.settings();
      case "reveal":
        return show.reveal(action.finding);
      case "pause-notifications":
        return changeSettings({ notifications: action.paused ? "paused" : "on" });
      case "quit":
        return quit();
    }
  };
}
