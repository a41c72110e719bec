import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PNG } from "pngjs";
import { inProject } from "../../../scripts/paths.mjs";
import { keptPictures } from "./kept-picture.ts";
import { differencePicture, differingPixels, isDifferent } from "./picture/compare.ts";
import type { Picture } from "./picture/picture.ts";
import type { Scene } from "./scene.ts";
import { VARIANTS } from "./variants.ts";

/**
 * Compares the pictures of a scene, one for each variant, with the committed ones. Of a variant that differs it leaves the
 * actual, the expected and a difference picture in test-results/gallery/VIEW/SCENE.
 * @returns a sentence that says what differs and how to accept it; null when nothing does
 */
export function compareScene(scene: Scene, pictures: readonly Picture[]): string | null {
  const results = ["test-results", "gallery", scene.view, scene.name];
  rmSync(inProject(...results), { recursive: true, force: true });
  const accept = `to accept: npm run gallery -- ${scene.name}`;
  const kept = keptPictures(scene);
  if (kept === null) return `gallery: "${scene.name}" has no picture; ${accept}`;
  const differences = VARIANTS.flatMap(({ language, theme }, index) => {
    const [actual, expected] = [pictures[index], kept[index]];
    if (actual === undefined || expected === undefined)
      throw new Error(`no picture of ${scene.name}, ${language} ${theme}`);
    const pixels = differingPixels(actual, expected);
    if (!isDifferent(pixels, actual)) return [];
    saveDifference(inProject(...results), `${language}-${theme}`, actual, expected, pixels);
    return [`${language} ${theme} (${pixels.length} pixels)`];
  });
  if (differences.length === 0) return null;
  return `gallery: "${scene.name}" looks different in ${differences.join(", ")}; see ${join(...results)}; ${accept}`;
}

function saveDifference(
  folder: string,
  variant: string,
  actual: Picture,
  expected: Picture,
  pixels: readonly number[],
) {
  mkdirSync(folder, { recursive: true });
  const pictures = { actual, expected, difference: differencePicture(actual, pixels) };
  for (const [name, { width, height, data }] of Object.entries(pictures)) {
    const png = new PNG({ width, height });
    png.data.set(data);
    writeFileSync(join(folder, `${variant}-${name}.png`), PNG.sync.write(png));
  }
}
