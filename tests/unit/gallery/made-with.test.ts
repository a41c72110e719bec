import { expect, it } from "vitest";
import { madeWithOther, unlike } from "../../e2e/gallery/made-with.ts";
import { pinnedFonts } from "../../e2e/gallery/pinned-fonts.ts";

const KEPT = { electron: "33.2.1", fonts: { "NotoSans-Regular.ttf": "aa", "DejaVuSansMono.ttf": "bb" } };

it("pictures are comparable where Electron and all fonts are the same", () => {
  expect(unlike(structuredClone(KEPT), KEPT)).toEqual([]);
});

it("what else they were made with is named", () => {
  const here = {
    electron: "45.4.1",
    fonts: { "NotoSans-Regular.ttf": "cc", "DejaVuSansMono.ttf": "bb", "New.ttf": "dd" },
  };
  expect(madeWithOther(unlike(here, KEPT))).toBe(
    "gallery: pictures were made with other fonts/Electron: Electron 33.2.1, not 45.4.1, NotoSans-Regular.ttf, New.ttf",
  );
});

it("a font that is not installed is told from every other", () => {
  expect(pinnedFonts("<acceptfont><glob>/nowhere/Letters.ttf</glob></acceptfont>")).toEqual({
    "Letters.ttf": "missing",
  });
});

it("the configuration names a regular and a bold file for each of three fonts", () => {
  expect(Object.keys(pinnedFonts())).toHaveLength(6);
});
