// @ts-check
import { allowanceOf, isIn, roomOf } from "./rooms.mjs";

/**
 * @typedef {import("./imports.mjs").Import} Import
 * @typedef {import("./rooms.mjs").Room} Room
 */

/**
 * Says which imports of a file its room does not allow, and what is allowed there.
 *
 * @param {string} file path relative to the project
 * @param {readonly Import[]} imports
 * @returns {string[]} one sentence for each
 */
export function forbiddenImports(file, imports) {
  const room = roomOf(file);
  if (!room) return [`${file} lies in no known room; scripts/check/layers/rooms.mjs lists them.`];
  return imports.filter((found) => !isAllowed(room, found)).map((found) => sentence(file, room, found));
}

/**
 * @param {Room} room
 * @param {Import} found
 */
function isAllowed(room, { kind, target, specifier, isTypeOnly }) {
  if (specifier === "") return false;
  if (kind === "node") return room.node;
  if (kind === "package") return room.packages === "any" || room.packages.includes(target);
  if (!isTypeOnly && room.typesOnlyFrom?.some((folder) => isIn(target, folder))) return false;
  return belongsTo(room, target) || room.folders.some((folder) => isIn(target, folder));
}

/**
 * Whether a file is the room's own, and not that of another room inside it.
 *
 * @param {Room} room
 * @param {string} target
 */
const belongsTo = (room, target) => roomOf(target)?.path === room.path;

/**
 * @param {string} file
 * @param {Room} room
 * @param {Import} found
 */
function sentence(file, room, { kind, target, specifier }) {
  const what = specifier === "" ? "something known only at run time" : kind === "file" ? target : specifier;
  return `${file} imports ${what}, but ${room.path} may import only: ${allowanceOf(room)}.`;
}
