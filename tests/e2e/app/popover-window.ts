import type { Desktop } from "../stage/desktop.ts";
import { eventually } from "../stage/eventually.ts";
import { windowOf } from "../stage/hands.ts";
import type { Box } from "../stage/panel-picture.ts";

/** Whether the popover is on the screen now. */
export async function isPopoverShown({ env }: Desktop): Promise<boolean> {
  return (await windowOf(APPLICATION, env)) !== undefined;
}

/**
 * Waits until the popover is on the screen, and says where. The desktop is asked: for some time after it was shown
 * Electron itself may still say that its window is at the upper left corner.
 */
export function placeOfPopover({ env }: Desktop): Promise<Box> {
  return eventually("the popover is on the screen", () => windowOf(APPLICATION, env));
}

/** The class that Electron gives to windows of this application. */
const APPLICATION = "Holdfast";
