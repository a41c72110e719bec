import type { Picture } from "./picture.ts";

/** Pixels between two pictures of a strip, and their colour: one that is seen beside light and dark ones. */
const GAP = 8;
const GAP_BYTE = 0x80;

/** Puts pictures of one size side by side. Throws when they differ in size, or there is none. */
export function joinPictures(pictures: readonly Picture[]): Picture {
  const [first] = pictures;
  if (first === undefined) throw new Error("there are no pictures to join");
  const { width, height } = first;
  const strange = pictures.find((picture) => picture.width !== width || picture.height !== height);
  if (strange !== undefined)
    throw new Error(`${width} × ${height} and ${strange.width} × ${strange.height} pixels do not fit side by side`);
  const whole = (width + GAP) * pictures.length - GAP;
  const data = new Uint8Array(whole * height * 4).fill(GAP_BYTE);
  for (const [index, picture] of pictures.entries())
    for (let y = 0; y < height; y++)
      data.set(picture.data.subarray(y * width * 4, (y + 1) * width * 4), (y * whole + index * (width + GAP)) * 4);
  return { width: whole, height, data };
}

/** Takes a strip of so many pictures apart. Throws when its width is not that of such a strip. */
export function takeApart(strip: Picture, count: number): Picture[] {
  const width = (strip.width + GAP) / count - GAP;
  if (!Number.isInteger(width))
    throw new Error(`${strip.width} pixels are not the width of ${count} pictures side by side`);
  return Array.from({ length: count }, (_, index) => cutOut(strip, index * (width + GAP), width));
}

function cutOut(strip: Picture, left: number, width: number): Picture {
  const data = new Uint8Array(width * strip.height * 4);
  for (let y = 0; y < strip.height; y++) {
    const start = (y * strip.width + left) * 4;
    data.set(strip.data.subarray(start, start + width * 4), y * width * 4);
  }
  return { width, height: strip.height, data };
}
