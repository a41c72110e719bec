import { describe, expect, it } from "vitest";
import { placePopover, resized } from "../../../electron/main/popover/place-popover.ts";
import { popoverSize } from "../../../electron/main/popover/popover-size.ts";
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

describe("the popover's size", () => {
  it("grows with the text", () => {
    expect(popoverSize(100, BELOW_MENU_BAR)).toEqual({ width: 380, height: 560 });
    expect(popoverSize(150, BELOW_MENU_BAR)).toEqual({ width: 570, height: 840 });
  });

  it("is never more than the screen has room for", () => {
    expect(popoverSize(200, BELOW_MENU_BAR)).toEqual({ width: 760, height: 851 });
    expect(popoverSize(200, { x: 0, y: 0, width: 640, height: 480 })).toEqual({ width: 616, height: 456 });
  });

  it("changes around its middle, and stays on the screen", () => {
    const before = { x: 522, y: 31, width: 380, height: 560 };
    expect(resized(before, { width: 570, height: 840 }, BELOW_MENU_BAR)).toEqual({
      x: 427,
      y: 31,
      width: 570,
      height: 840,
    });
    const atTheEdge = { ...before, x: 1054 };
    expect(resized(atTheEdge, { width: 760, height: 851 }, BELOW_MENU_BAR)).toMatchObject({ x: 674, y: 31 });
  });
});
