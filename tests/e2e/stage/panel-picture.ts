import type { PNG } from "pngjs";
import { PANEL_HEIGHT } from "./settings-files.ts";

/** A rectangle on the screen, in pixels from the top left corner. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** A picture that the tray may be showing, with transparent ground. */
export type TrayPicture = { readonly name: string; readonly png: PNG };

/** A pixel differs from another when a channel does by more than this: more than the panel's own light and shade. */
const DIFFERENT = 80;

/** Empty columns that end an icon; a picture may have narrower gaps within. */
const GAP = 6;

/** Pixels in which a picture may differ from the screen: less than half of what any two states differ in. */
const TOLERATED = 12;

type Colour = readonly [number, number, number];

/**
 * Where the leftmost icon of the panel is.
 * @param screen a picture that begins at the top left corner of the screen and is at least as high as the panel
 * @returns `undefined` when the panel is empty
 */
export function leftmostIcon(screen: PNG): Box | undefined {
  // The panel is never full: its right end shows what it looks like where nothing is.
  const ground = colourAt(screen, screen.width - 2, PANEL_HEIGHT / 2);
  const drawn = (x: number, y: number) => differs(colourAt(screen, x, y), ground);
  const rows = range(1, PANEL_HEIGHT - 1);
  const columns = range(0, screen.width).filter((x) => rows.some((y) => drawn(x, y)));
  const left = columns[0];
  if (left === undefined) return undefined;
  const afterGap = columns.findIndex((x, index) => index > 0 && x - (columns[index - 1] ?? x) > GAP);
  const right = columns[(afterGap === -1 ? columns.length : afterGap) - 1] ?? left;
  const inside = rows.filter((y) => range(left, right + 1).some((x) => drawn(x, y)));
  const top = inside[0] ?? 0;
  return { x: left, y: top, width: right - left + 1, height: (inside.at(-1) ?? top) - top + 1 };
}

/**
 * Which of some pictures is on the panel where an icon was found.
 * @returns its name; `undefined` when none of them is
 */
export function pictureShown(screen: PNG, icon: Box, pictures: readonly TrayPicture[]): string | undefined {
  const best = pictures
    .map(({ name, png }) => ({ name, difference: leastDifference(screen, icon, png) }))
    .toSorted((first, second) => first.difference - second.difference)[0];
  return best && best.difference <= TOLERATED ? best.name : undefined;
}

/** Pixels in which the picture differs from the screen, at the place around the icon where it fits best. */
function leastDifference(screen: PNG, icon: Box, picture: PNG): number {
  const lefts = range(Math.max(0, icon.x - picture.width / 2), icon.x + 1);
  const tops = range(0, PANEL_HEIGHT - picture.height + 1);
  return Math.min(...lefts.flatMap((left) => tops.map((top) => differenceAt(screen, left, top, picture))));
}

function differenceAt(screen: PNG, left: number, top: number, picture: PNG): number {
  const ground = colourAt(screen, left, top);
  let different = 0;
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) {
      if (differs(colourAt(screen, left + x, top + y), blend(picture, x, y, ground))) different++;
    }
  }
  return different;
}

function blend(picture: PNG, x: number, y: number, ground: Colour): Colour {
  const opacity = (picture.data[(y * picture.width + x) * 4 + 3] ?? 0) / 255;
  const colour = colourAt(picture, x, y);
  const mixed = (channel: 0 | 1 | 2) => colour[channel] * opacity + ground[channel] * (1 - opacity);
  return [mixed(0), mixed(1), mixed(2)];
}

function colourAt({ data, width }: PNG, x: number, y: number): Colour {
  const at = (y * width + x) * 4;
  return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
}

function differs(first: Colour, second: Colour): boolean {
  return first.some((value, channel) => Math.abs(value - (second[channel] ?? 0)) > DIFFERENT);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
