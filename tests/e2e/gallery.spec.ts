import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { contentsFile, contentsOf } from "../../scripts/gallery/contents.mjs";
import { committedPictures, pictureOf } from "../../scripts/gallery/pictures.mjs";
import { inProject } from "../../scripts/paths.mjs";
import { Language } from "../../shared/contract/settings.ts";
import { atOnce } from "./gallery/at-once.ts";
import { compareScene } from "./gallery/compare-scene.ts";
import { drawnFonts } from "./gallery/drawn-fonts.ts";
import { keepPictures } from "./gallery/kept-picture.ts";
import { keepMadeWith, keptMadeWith, madeWithHere, madeWithOther, unlike } from "./gallery/made-with.ts";
import { startPinnedStandIn } from "./gallery/pinned-stand-in.ts";
import { checkWords, playScene } from "./gallery/play-scene.ts";
import { popoverOf } from "./gallery/popover.ts";
import type { Popover } from "./gallery/popover.ts";
import { SCENES } from "./gallery/scenes.ts";
import { startDesktop } from "./stage/desktop.ts";
import type { Desktop } from "./stage/desktop.ts";
import type { StandInApp } from "./stand-in/start-stand-in.ts";

/** What `npm run gallery` asks for: to make the pictures the committed ones instead of comparing them. */
const isAccepting = process.env["HOLDFAST_GALLERY"] === "accept";

/** The families in the pinned font files that the popover has letters of. */
const PINNED_FAMILIES = ["DejaVu Sans Mono", "Noto Sans", "Noto Sans CJK SC", "Noto Sans Mono CJK SC"];

let desktop: Desktop;
/** One for each language: they work side by side, so that two processors are both used. */
let opened: readonly { readonly standIn: StandInApp; readonly popover: Popover }[] = [];
/** With what the committed pictures were made, as far as it is not what there is here. */
let others: readonly string[];

test.beforeAll(async () => {
  desktop = await startDesktop();
  opened = await atOnce(Language.options, async (language) => {
    const standIn = await startPinnedStandIn(desktop.env, join(desktop.folder, `stand-in-${language}`));
    return { standIn, popover: popoverOf(standIn, language) };
  });
  const [first] = opened;
  if (first === undefined) throw new Error("no language is spoken");
  const here = await madeWithHere(first.standIn);
  if (isAccepting) keepMadeWith(here);
  others = unlike(here, keptMadeWith() ?? here);
});

test.afterAll(async () => {
  await atOnce(opened, ({ standIn }) => standIn.stop());
  await desktop?.stop();
});

for (const scene of SCENES) {
  // The annotation is how scripts/gallery/list-scenes.mjs learns which scenes there are.
  const annotation = { type: "scene", description: `${scene.view}/${scene.name}` };
  test(
    `"${scene.name}" looks as in its picture, has all its words, fits and is accessible`,
    { annotation },
    async () => {
      const pictures = (await atOnce(opened, ({ popover }) => playScene(scene, popover))).flat();
      if (isAccepting) keepPictures(scene, pictures);
      const difference = others.length > 0 ? null : compareScene(scene, pictures);
      await atOnce(opened, ({ popover }) => checkWords(scene, popover));
      if (difference !== null) throw new Error(difference);
    },
  );
}

test("every scene has its picture, every picture its scene, and all stand in the table of contents", () => {
  expect(committedPictures()).toEqual(SCENES.map(pictureOf).toSorted());
  expect(readFileSync(inProject(contentsFile), "utf8")).toBe(contentsOf(SCENES));
});

test("the letters are drawn with the pinned fonts and no others", async () => {
  const scene = SCENES.find(({ name }) => name === "log-lines");
  if (scene === undefined) throw new Error("no scene has both kinds of letters in both languages");
  const families = await atOnce(opened, async ({ popover }) => {
    await playScene(scene, popover);
    return drawnFonts(popover.page);
  });
  expect(new Set(families.flat())).toEqual(new Set(PINNED_FAMILIES));
});

test("the committed pictures were made with this Electron and these fonts, and so are compared", () => {
  expect(keptMadeWith()).not.toBeNull();
  test.skip(others.length > 0, madeWithOther(others));
});
