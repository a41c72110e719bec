import type { TextSize } from "../../../shared/contract/settings.ts";
import type { Area } from "./place-popover.ts";

/** The popover at its usual size, in device-independent pixels. */
const USUAL = { width: 380, height: 560 };

/** Distance to the edges of the screen that is left in any case. */
const MARGIN = 12;

/** The size of the popover's window for a text size, never larger than the screen's work area: what does not fit is scrolled. */
export function popoverSize(textSize: TextSize, workArea: Area): { readonly width: number; readonly height: number } {
  const scaled = (length: number, available: number) =>
    Math.min(Math.round((length * textSize) / 100), available - 2 * MARGIN);
  return { width: scaled(USUAL.width, workArea.width), height: scaled(USUAL.height, workArea.height) };
}
