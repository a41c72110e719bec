// @ts-check

/** @typedef {import("../program-description.mjs").CommandDescription} CommandDescription */

/** What stands on top of each completion. */
export const MADE_BY = "Made by `npm run docs` from the program itself; do not change it by hand.";

/**
 * @param {CommandDescription} command
 * @returns {readonly CommandDescription[]} it and all that are below it
 */
export const everyCommand = (command) => [command, ...command.commands.flatMap(everyCommand)];

/**
 * In single quotes, as the shells take it literally.
 *
 * @param {string} text
 */
export const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
