import { expect, it } from "vitest";
import { joinPictures, takeApart } from "../../e2e/gallery/picture/strip.ts";
import { drawn, words } from "./drawn.ts";

it("pictures that stand side by side come apart again", () => {
  const pictures = [words(), words(3), words(0, 0x202427, 0xeef0f0), words(5)];
  expect(takeApart(joinPictures(pictures), 4)).toEqual(pictures);
});

it("pictures of different sizes do not stand side by side, nor do none", () => {
  expect(() => joinPictures([words(), drawn(120, 61, () => 0)])).toThrow("120 × 60 and 120 × 61 pixels");
  expect(() => joinPictures([])).toThrow("no pictures");
});

it("a picture of another width is not taken for a strip", () => {
  expect(() => takeApart(joinPictures([words(), words(1)]), 3)).toThrow("248 pixels");
});
