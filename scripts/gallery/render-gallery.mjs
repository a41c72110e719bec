// @ts-check
import { rmSync, statSync, writeFileSync } from "node:fs";
import { buildTargets } from "../build/build-targets.mjs";
import { productTargets } from "../build/targets.mjs";
import { inProject, projectFolder } from "../paths.mjs";
import { ended, endAllOnSignals, startInTerminal } from "../processes/children.mjs";
import { forEndToEnd } from "../setup/debian-lists.mjs";
import { describeMissing } from "../setup/describe-missing.mjs";
import { findElectron } from "../setup/find-electron.mjs";
import { installAll } from "../setup/install-all.mjs";
import { Stop } from "../terminal/stop.mjs";
import { chooseScenes } from "./choose-scenes.mjs";
import { contentsFile, contentsOf } from "./contents.mjs";
import { galleryTests, listScenes, playwright } from "./list-scenes.mjs";
import { committedPictures, madeWithFile, pictureOf } from "./pictures.mjs";

/** More than this nobody wants to clone; bytes. */
const largest = 6_000_000;

/**
 * Renders scenes into docs/gallery, brings the table of contents up to date, and removes pictures of scenes that are gone.
 *
 * @param {readonly string[]} names of the scenes, all when there are none
 * @returns {Promise<number>} exit code: 0 when all are rendered, can be read, and are small enough
 * @throws {Stop} on an unknown name (exit code 2), where it cannot run, and when the pictures become too large
 */
export async function renderGallery(names) {
  if (process.platform !== "linux") throw new Stop("The gallery needs Linux with Xvfb.");
  endAllOnSignals();
  const missing = await installAll(forEndToEnd);
  if (missing.length > 0) throw new Stop(describeMissing(missing));
  const scenes = listScenes();
  const chosen = chooseScenes(names, scenes);
  const runtime = await findElectron();
  if (runtime === undefined) throw new Stop("No Electron could be had.");
  await buildTargets(productTargets);

  // With it pictures are allowed to be of another Electron or other fonts than before: none of the old ones stays.
  if (chosen.length === scenes.length) rmSync(inProject(madeWithFile), { force: true });
  const code = await render(chosen, { ...process.env, ...runtime.env });
  tidyUp(scenes);
  tellSize();
  return code;
}

/**
 * @param {readonly import("./pictures.mjs").PicturedScene[]} scenes
 * @param {NodeJS.ProcessEnv} env
 */
function render(scenes, env) {
  // Their tests are those with the name in quotation marks.
  const wanted = `"(${scenes.map(({ name }) => name).join("|")})"`;
  const args = [playwright, "test", galleryTests, "--grep", wanted, "--reporter=line"];
  return ended(
    startInTerminal(process.execPath, args, { cwd: projectFolder, env: { ...env, HOLDFAST_GALLERY: "accept" } }),
  );
}

/** @param {readonly import("./pictures.mjs").PicturedScene[]} scenes all of them */
function tidyUp(scenes) {
  const wanted = new Set(scenes.map(pictureOf));
  const gone = committedPictures().filter((file) => !wanted.has(file));
  for (const file of gone) {
    rmSync(inProject(file));
    console.log(`Removed ${file}: its scene is gone.`);
  }
  writeFileSync(inProject(contentsFile), contentsOf(scenes));
}

/** @throws {Stop} when the pictures are too large */
function tellSize() {
  const files = committedPictures();
  const bytes = files.map((file) => statSync(inProject(file)).size).reduce((sum, size) => sum + size, 0);
  const size = `${files.length} pictures, ${(bytes / 1e6).toFixed(2)} MB in all`;
  if (bytes > largest) throw new Stop(`${size}: more than ${largest / 1e6} MB; show less.`);
  console.log(size);
}
