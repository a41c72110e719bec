import { PNG } from "pngjs";

/** Opaque pixels: red, green, blue and an unused fourth byte each, row by row from the upper left corner (as in a `PNG` of pngjs). */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Reads a PNG file of any kind. Throws when it is none. */
export function decodePng(file: Buffer): Picture {
  const { width, height, data } = PNG.sync.read(file);
  return { width, height, data };
}

/** The colour of a pixel as one number: 0xrrggbb. `pixel` counts from the upper left corner, row by row. */
export function colourAt({ data }: Picture, pixel: number): number {
  const place = pixel * 4;
  return ((data[place] ?? 0) << 16) | ((data[place + 1] ?? 0) << 8) | (data[place + 2] ?? 0);
}

/** How far two colours (0xrrggbb) are apart in the channel in which they differ most, 0 to 255. */
export function distance(one: number, other: number): number {
  const red = Math.abs((one >> 16) - (other >> 16));
  const green = Math.abs(((one >> 8) & 255) - ((other >> 8) & 255));
  const blue = Math.abs((one & 255) - (other & 255));
  return Math.max(red, green, blue);
}

/** Whether a pixel lies in an area of one colour: it and its eight neighbours are the same. Never so at the border. */
export function isFlat(picture: Picture, pixel: number): boolean {
  const { width, height } = picture;
  const [x, y] = [pixel % width, Math.floor(pixel / width)];
  if (x === 0 || y === 0 || x === width - 1 || y === height - 1) return false;
  const colour = colourAt(picture, pixel);
  for (const above of [pixel - width, pixel, pixel + width])
    for (const near of [above - 1, above, above + 1]) if (colourAt(picture, near) !== colour) return false;
  return true;
}
