// @ts-check
import { basename } from "node:path";
import { galleryFolder, pictureOf } from "./pictures.mjs";

/** The table of contents, relative to the project. */
export const contentsFile = `${galleryFolder}/README.md`;

const INTRODUCTION = `# Gallery

Every view of the popover in every state that has a look of its own. Each picture shows it four times: English in the light
and in the dark theme, Chinese in the light and in the dark theme.

The pictures are rendered by \`npm run gallery\` from recorded machines, judged by the real rules. \`npm test -- e2e\` renders them
again and fails where one looks different. Do not change anything in this folder by hand.
`;

/**
 * The text of the table of contents, with every picture, view by view.
 *
 * @param {readonly import("./pictures.mjs").PicturedScene[]} scenes
 * @returns {string} Markdown
 */
export function contentsOf(scenes) {
  const views = [...new Set(scenes.map(({ view }) => view))].map((view) => ({
    view,
    shown: scenes.filter((scene) => scene.view === view),
  }));
  const links = views.map(({ view, shown }) => `- [${view}](#${view}): ${shown.length}`);
  const sections = views.map(({ view, shown }) => [`## ${view}`, ...shown.map(figure)].join("\n\n"));
  return `${[INTRODUCTION.trimEnd(), links.join("\n"), ...sections].join("\n\n")}\n`;
}

/** @param {import("./pictures.mjs").PicturedScene} scene */
function figure(scene) {
  const file = `${scene.view}/${basename(pictureOf(scene))}`;
  return `### ${scene.name}\n\n![${scene.name} in English and Chinese, light and dark](${file})`;
}
