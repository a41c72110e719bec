import type { Locator } from "@playwright/test";
import { placeOfPopover } from "../app/popover-window.ts";
import type { Desktop } from "../stage/desktop.ts";
import { centreOf, clickAt } from "../stage/hands.ts";

/** Clicks something in the popover with the desktop's mouse: what lies above it there gets the click instead. */
export async function clickOnScreen(target: Locator, desktop: Desktop): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  const [box, popover] = [await target.boundingBox(), await placeOfPopover(desktop)];
  if (box === null) throw new Error(`${String(target)} is not shown`);
  await clickAt(centreOf({ ...box, x: popover.x + box.x, y: popover.y + box.y }), "left", desktop.env);
}
