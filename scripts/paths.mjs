// @ts-check
import { dirname, join } from "node:path";

/** The project's folder; absolute, with whatever characters its name has. */
export const projectFolder = dirname(import.meta.dirname);

/**
 * @param {...string} parts relative to the project's folder
 * @returns {string} absolute path
 */
export const inProject = (...parts) => join(projectFolder, ...parts);

/** What may be thrown away at any time: downloads, logs, pictures. Ignored by git. */
export const cacheFolder = inProject(".cache");
