import { expect, it } from "vitest";
import { contentsOf } from "../../../../scripts/gallery/contents.mjs";
import { scenesIn } from "../../../../scripts/gallery/list-scenes.mjs";

const SCENES = [
  { view: "status", name: "off" },
  { view: "routes", name: "routes" },
  { view: "status", name: "check-works" },
];

it("the table of contents shows every picture under its view, in the order of the views", () => {
  const lines = contentsOf(SCENES).split("\n");
  const shown = lines.filter((line) => /^(#+ |!)/.test(line)).map((line) => line.replace(/^!.*\((.*)\)$/, "$1"));
  expect(shown).toEqual([
    "# Gallery",
    ...["## status", "### off", "status/off.png", "### check-works", "status/check-works.png"],
    ...["## routes", "### routes", "routes/routes.png"],
  ]);
  expect(lines).toContain("- [status](#status): 2");
});

it("the scenes are read from what Playwright lists, and other tests left out", () => {
  const spec = (...annotations: object[]) => ({ tests: [{ annotations }] });
  const report = {
    suites: [
      {
        specs: [spec({ type: "scene", description: "status/off" }), spec(), spec({ type: "issue", description: "1" })],
        suites: [{ specs: [spec({ type: "scene", description: "routes/routes" })] }],
      },
    ],
  };
  expect(scenesIn(report)).toEqual(SCENES.slice(0, 2));
});
