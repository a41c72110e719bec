// @ts-check
import { filesUnder } from "../build/sources.mjs";
import { projectFolder } from "../paths.mjs";

/**
 * @typedef {object} PicturedScene a scene of the gallery (tests/e2e/gallery/scenes.ts), as far as its picture is concerned
 * @property {string} name
 * @property {string} view
 */

/** Where the committed pictures are, relative to the project. */
export const galleryFolder = "docs/gallery";

/** What the pictures were made with (tests/e2e/gallery/made-with.ts), relative to the project. */
export const madeWithFile = `${galleryFolder}/made-with.json`;

/**
 * @param {PicturedScene} scene
 * @returns {string} the file of its picture, relative to the project
 */
export const pictureOf = ({ view, name }) => `${galleryFolder}/${view}/${name}.png`;

/**
 * @param {string} [folder] the project's
 * @returns {string[]} the files of all pictures that are there, relative to the project
 */
export const committedPictures = (folder = projectFolder) =>
  filesUnder(folder, [galleryFolder]).filter((file) => file.endsWith(".png"));
