import { colourAt, distance, isFlat } from "./picture.ts";
import type { Picture } from "./picture.ts";
import { FARTHEST_COLOUR } from "./reduce-colours.ts";

/** How far a pixel may be off inside an area of one colour, whose colour is kept exactly: what another processor's rounding does. */
const FLAT_TOLERANCE = 2;

/** How far it may be off elsewhere: at the edges of letters the kept picture's colours are only near the true ones. */
const EDGE_TOLERANCE = FARTHEST_COLOUR + FLAT_TOLERANCE;

/** The share of pixels that may be off by more than that. */
const SHARE = 0.0001;

/** The pixels, row by row from the upper left corner, that are not as expected. Pictures of different sizes differ everywhere. */
export function differingPixels(actual: Picture, expected: Picture): number[] {
  const isSameSize = actual.width === expected.width && actual.height === expected.height;
  const differing: number[] = [];
  for (let pixel = 0; pixel < actual.width * actual.height; pixel++)
    if (!isSameSize || isOff(actual, expected, pixel)) differing.push(pixel);
  return differing;
}

function isOff(actual: Picture, expected: Picture, pixel: number): boolean {
  const away = distance(colourAt(actual, pixel), colourAt(expected, pixel));
  if (away <= FLAT_TOLERANCE || away > EDGE_TOLERANCE) return away > EDGE_TOLERANCE;
  return isFlat(actual, pixel) && isFlat(expected, pixel);
}

/** Whether so many differing pixels are too many to be an accident of drawing. */
export function isDifferent(differing: readonly number[], { width, height }: Picture): boolean {
  return differing.length > width * height * SHARE;
}

/** The actual picture, faded, with the differing pixels in magenta. */
export function differencePicture(actual: Picture, differing: readonly number[]): Picture {
  const data = Uint8Array.from(actual.data, (byte) => 192 + (byte >> 2));
  for (const pixel of differing) data.set([0xff, 0, 0xff, 0xff], pixel * 4);
  return { width: actual.width, height: actual.height, data };
}
