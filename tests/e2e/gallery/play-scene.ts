import { expectContrast, expectReadable } from "../app/popover-checks.ts";
import { photograph, THEMES, wear } from "./photograph.ts";
import type { Picture } from "./picture/picture.ts";
import type { Popover } from "./popover.ts";
import { doAll } from "./scene.ts";
import type { Scene } from "./scene.ts";

/** Plays a scene in a popover as it is after the start, and takes a picture of it in each theme. */
export async function playScene(scene: Scene, popover: Popover): Promise<Picture[]> {
  await popover.page.reload();
  await wear(popover.page, THEMES[0]);
  await popover.know(scene.known());
  await doAll(scene.beforePicture, popover);
  const pictures: Picture[] = [];
  for (const theme of THEMES) {
    await wear(popover.page, theme);
    pictures.push(await photograph(popover.page));
  }
  return pictures;
}

/**
 * Checks that a scene that was played can be read, with all that is unfolded for it. Only colours depend on the theme, so
 * the other themes are checked for contrast alone, which takes half the time.
 */
export async function checkWords(scene: Scene, popover: Popover): Promise<void> {
  await doAll(scene.beforeCheck, popover);
  const { page } = popover;
  const [first, ...others] = THEMES;
  await wear(page, first);
  await expectReadable(page);
  for (const theme of others) {
    await wear(page, theme);
    await expectContrast(page);
  }
}
