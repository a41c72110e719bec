import * as fc from "fast-check";
import { PNG } from "pngjs";
import { expect, it } from "vitest";
import { encodeIndexedPng } from "../../e2e/gallery/picture/indexed-png.ts";
import { colourAt, decodePng, distance, isFlat } from "../../e2e/gallery/picture/picture.ts";
import { FARTHEST_COLOUR, reduceColours } from "../../e2e/gallery/picture/reduce-colours.ts";
import { drawn, words } from "./drawn.ts";

const size = fc.integer({ min: 1, max: 40 });

it("a written picture is read by another program as it was: any size, any 256 colours", () => {
  fc.assert(
    fc.property(size, size, fc.array(fc.nat(0xffffff), { minLength: 1, maxLength: 256 }), (width, height, palette) => {
      const indices = Uint8Array.from({ length: width * height }, (_, pixel) => (pixel * 7) % palette.length);
      const read = decodePng(encodeIndexedPng({ width, height, indices, palette }));
      expect([read.width, read.height]).toEqual([width, height]);
      for (const [pixel, index] of indices.entries()) expect(colourAt(read, pixel)).toBe(palette[index]);
    }),
    { numRuns: 50 },
  );
});

it("an area keeps its colour exactly, and an edge nearly", () => {
  const picture = drawn(200, 60, (x, y) => (y < 20 ? 0xfafafa : y < 40 ? 0xfbfbfb : (x << 16) | (y << 8)));
  const read = decodePng(encodeIndexedPng(reduceColours(picture)));
  for (let pixel = 0; pixel < 200 * 60; pixel++) {
    const off = distance(colourAt(read, pixel), colourAt(picture, pixel));
    expect(off).toBeLessThanOrEqual(isFlat(picture, pixel) ? 0 : FARTHEST_COLOUR);
  }
});

it("is smaller than what pngjs writes", () => {
  const { width, height, data } = words();
  const png = new PNG({ width, height });
  png.data.set(data);
  const picture = encodeIndexedPng(reduceColours(words()));
  expect(picture.length).toBeLessThan(PNG.sync.write(png, { deflateLevel: 9 }).length);
});
