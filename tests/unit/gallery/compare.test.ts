import { describe, expect, it } from "vitest";
import { differencePicture, differingPixels, isDifferent } from "../../e2e/gallery/picture/compare.ts";
import { encodeIndexedPng } from "../../e2e/gallery/picture/indexed-png.ts";
import { colourAt, decodePng } from "../../e2e/gallery/picture/picture.ts";
import type { Picture } from "../../e2e/gallery/picture/picture.ts";
import { reduceColours } from "../../e2e/gallery/picture/reduce-colours.ts";
import { drawn, words } from "./drawn.ts";

/** The picture as it is committed and read again. */
const kept = (picture: Picture) => decodePng(encodeIndexedPng(reduceColours(picture)));

const WORDS = words();
const KEPT_WORDS = kept(WORDS);

const looksDifferent = (actual: Picture, expected: Picture) => isDifferent(differingPixels(actual, expected), actual);

describe("a picture that is held against the committed one", () => {
  it("is the same when nothing changed", () => {
    expect(differingPixels(WORDS, KEPT_WORDS)).toEqual([]);
  });

  it("is the same although its colours had to be reduced", () => {
    // Every colour there is in two channels; none fills an area.
    const many = drawn(64, 64, (x, y) => ((x * 4) << 16) | (y << 10));
    expect(() => reduceColours(many)).toThrow("too many");
    const fewer = drawn(64, 64, (x, y) => ((x * 2) << 16) | (y << 9));
    expect(differingPixels(fewer, kept(fewer))).toEqual([]);
  });

  it.each([
    ["a word moves by one pixel", words(1)],
    ["the ground becomes a little darker", words(0, 0xfcfcfc)],
    ["the ink becomes a little lighter", words(0, 0xffffff, 0x2f3234)],
    ["a line is gone", drawn(120, 60, (x, y) => (y === 40 ? 0xffffff : colourAt(WORDS, y * 120 + x)))],
  ])("is different when %s", (_what, actual) => {
    expect(looksDifferent(actual, KEPT_WORDS)).toBe(true);
  });

  it("may be rounded differently by another processor", () => {
    const { width, height } = WORDS;
    const rounded = drawn(width, height, (x, y) => colourAt(WORDS, y * width + x) ^ ((x + y) % 2));
    expect(differingPixels(rounded, KEPT_WORDS)).toEqual([]);
  });

  it("may have one pixel in ten thousand that is off, and no more", () => {
    const spoilt = (count: number) => drawn(200, 100, (x, y) => (y === 50 && x < count ? 0xff0000 : 0xffffff));
    expect(looksDifferent(spoilt(2), spoilt(0))).toBe(false);
    expect(looksDifferent(spoilt(3), spoilt(0))).toBe(true);
  });

  it("is different in every pixel when it has another size", () => {
    const smaller = drawn(120, 59, () => 0xffffff);
    expect(differingPixels(smaller, WORDS)).toHaveLength(120 * 59);
  });

  it("is shown with what differs in magenta", () => {
    const actual = words(1);
    const pixels = differingPixels(actual, WORDS);
    const shown = differencePicture(actual, pixels);
    const magenta = Array.from({ length: 120 * 60 }, (_, pixel) => pixel).filter(
      (pixel) => colourAt(shown, pixel) === 0xff00ff,
    );
    expect(magenta).toEqual(pixels);
    expect(pixels.length).toBeGreaterThan(0);
  });
});
