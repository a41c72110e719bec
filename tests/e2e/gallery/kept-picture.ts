import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { pictureOf } from "../../../scripts/gallery/pictures.mjs";
import { inProject } from "../../../scripts/paths.mjs";
import { encodeIndexedPng } from "./picture/indexed-png.ts";
import { decodePng } from "./picture/picture.ts";
import type { Picture } from "./picture/picture.ts";
import { reduceColours } from "./picture/reduce-colours.ts";
import { joinPictures, takeApart } from "./picture/strip.ts";
import type { Scene } from "./scene.ts";
import { VARIANTS } from "./variants.ts";

/** Makes these pictures, one for each variant, the committed ones of a scene: one file, side by side. */
export function keepPictures(scene: Scene, pictures: readonly Picture[]): void {
  const file = inProject(pictureOf(scene));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, encodeIndexedPng(reduceColours(joinPictures(pictures))));
}

/** The committed pictures of a scene, one for each variant; null when there are none. */
export function keptPictures(scene: Scene): Picture[] | null {
  const file = inProject(pictureOf(scene));
  return existsSync(file) ? takeApart(decodePng(readFileSync(file)), VARIANTS.length) : null;
}
