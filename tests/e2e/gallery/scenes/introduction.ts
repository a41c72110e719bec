import { expect } from "@playwright/test";
import { machineWith } from "./settings.ts";
import type { Act, Scene } from "../scene.ts";

const seeTitle =
  (step: string): Act =>
  ({ page, t }) =>
    expect(page.getByRole("heading", { level: 1 })).toHaveText(t(`app:introduction.${step}.title`));

/** Goes on from a step to the next. */
const goOn =
  (step: string): Act =>
  ({ page, t }) =>
    page.getByRole("button", { name: t(`app:introduction.${step}.next`) }).click();

function scene(name: string, beforePicture: readonly Act[]): Scene {
  return {
    name,
    view: "introduction",
    known: () =>
      machineWith(({ settings, helperSetup }) => ({
        settings: { ...settings, introduced: false },
        helperSetup: { ...helperSetup, found: { state: "absent" } },
      })),
    beforePicture: [seeTitle("watching"), ...beforePicture],
    beforeCheck: [],
  };
}

/** The three steps of the first start. */
export const INTRODUCTION_SCENES: readonly Scene[] = [
  scene("introduction-1", []),
  scene("introduction-2", [goOn("watching"), seeTitle("helper")]),
  scene("introduction-3", [goOn("watching"), seeTitle("helper"), goOn("helper"), seeTitle("ready")]),
];
