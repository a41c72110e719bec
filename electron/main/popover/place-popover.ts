/** Position or size on the screen in device-independent pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Distance between the icon, or the edge of the screen, and the popover. */
const GAP = 6;

/**
 * Where the popover's upper left corner goes: centred at the anchor (the icon, or the point that was clicked, as an area
 * without size), below it when it is in the upper half of the screen and above it otherwise, and always within the work
 * area, which leaves out the panels.
 */
export function placePopover(
  anchor: Area,
  size: { width: number; height: number },
  workArea: Area,
): { x: number; y: number } {
  const centre = anchor.x + anchor.width / 2;
  const isUpperHalf = anchor.y + anchor.height / 2 < workArea.y + workArea.height / 2;
  const y = isUpperHalf ? anchor.y + anchor.height + GAP : anchor.y - size.height - GAP;
  return {
    x: within(Math.round(centre - size.width / 2), workArea.x, workArea.width, size.width),
    y: within(Math.round(y), workArea.y, workArea.height, size.height),
  };
}

/** Where a popover goes when its size changes: it keeps its middle and its upper edge as far as the work area has room. */
export function resized(before: Area, size: { width: number; height: number }, workArea: Area): Area {
  const x = before.x + (before.width - size.width) / 2;
  return {
    ...size,
    x: within(Math.round(x), workArea.x, workArea.width, size.width),
    y: within(before.y, workArea.y, workArea.height, size.height),
  };
}

function within(wanted: number, start: number, available: number, needed: number): number {
  const last = start + available - needed - GAP;
  return Math.max(start + GAP, Math.min(wanted, last));
}
