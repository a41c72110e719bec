import { describe, expect, it } from "vitest";
import { placePopover } from "../../../electron/main/popover/place-popover.ts";
import type { Area } from "../../../electron/main/popover/place-popover.ts";

const SIZE = { width: 380, height: 520 };
const BELOW_MENU_BAR: Area = { x: 0, y: 25, width: 1440, height: 875 };
const ABOVE_TASK_BAR: Area = { x: 0, y: 0, width: 1440, height: 860 };

function place(anchor: Partial<Area>, workArea: Area) {
  return placePopover({ x: 0, y: 0, width: 0, height: 0, ...anchor }, SIZE, workArea);
}

describe("the popover's place", () => {
  it("is below an icon in the menu bar, centred at it", () => {
    expect(place({ x: 700, y: 0, width: 24, height: 24 }, BELOW_MENU_BAR)).toEqual({ x: 522, y: 31 });
  });

  it("is above an icon in a bar at the bottom", () => {
    expect(place({ x: 700, y: 870, width: 24, height: 24 }, ABOVE_TASK_BAR)).toEqual({ x: 522, y: 334 });
  });

  it("is beside the pointer when the tray tells no place", () => {
    expect(place({ x: 712, y: 12 }, BELOW_MENU_BAR)).toEqual({ x: 522, y: 31 });
  });

  it.each([
    ["left", 0],
    ["right", 1439],
  ])("stays on the screen at its %s edge", (_edge, x) => {
    const { x: left } = place({ x, y: 12 }, BELOW_MENU_BAR);
    expect(left).toBeGreaterThan(0);
    expect(left + SIZE.width).toBeLessThan(1440);
  });

  it("is on the second screen when the icon is there", () => {
    const second: Area = { x: -1920, y: 100, width: 1920, height: 1000 };
    expect(place({ x: -960, y: 90 }, second)).toEqual({ x: -1150, y: 106 });
  });
});
