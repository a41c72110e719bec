// @ts-check
import { Stop } from "../terminal/stop.mjs";
import { contentsFile } from "./contents.mjs";
import { nearNames } from "./near-names.mjs";

/**
 * @param {string} unknown
 * @param {readonly string[]} known
 */
function insteadOf(unknown, known) {
  const near = nearNames(unknown, known);
  return near.length === 0 ? `${contentsFile} lists all of them` : `near to it: ${near.join(", ")}`;
}

/**
 * The scenes that are named on the command line, in their own order; all when none is named.
 *
 * @param {readonly string[]} names
 * @param {readonly import("./pictures.mjs").PicturedScene[]} scenes
 * @throws {Stop} on an unknown name (exit code 2)
 */
export function chooseScenes(names, scenes) {
  const known = scenes.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Stop(`There is no scene "${unknown}"; ${insteadOf(unknown, known)}.`, 2);
  return names.length === 0 ? scenes : scenes.filter(({ name }) => names.includes(name));
}
