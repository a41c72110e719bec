import { expect } from "@playwright/test";
import type { Locator } from "@playwright/test";
import type { ViewId } from "../../../renderer/app/navigation.ts";
import { openEverything } from "../app/popover-checks.ts";
import type { Popover } from "./popover.ts";
import type { Act } from "./scene.ts";

/** The view that is open. */
export const panelOf = ({ page }: Popover): Locator => page.getByRole("tabpanel");

/** Opens a view by its tab. */
export function openTab(view: ViewId): Act {
  return ({ page, t }) => page.getByRole("tab", { name: t(`app:view.${view}`) }).click();
}

/** Waits until something of the open view is there. */
export function see(what: (panel: Locator) => Locator): Act {
  return (popover) => expect(what(panelOf(popover))).toBeVisible();
}

/** Scrolls until something of the open view is at its top. */
export function scrollTo(what: (panel: Locator) => Locator): Act {
  return (popover) => what(panelOf(popover)).evaluate((element) => element.scrollIntoView({ block: "start" }));
}

/** Types into the search of the open view. */
export function search(words: string): Act {
  return (popover) => panelOf(popover).getByRole("searchbox").fill(words);
}

/** Opens everything that is folded. */
export const unfold: Act = ({ page }) => openEverything(page);
