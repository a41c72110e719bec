// @ts-check
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder; absolute, with whatever characters its name has. */
export const projectFolder = fileURLToPath(new URL("..", import.meta.url));

/**
 * @param {...string} parts relative to the project's folder
 * @returns {string} absolute path
 */
export const inProject = (...parts) => join(projectFolder, ...parts);

/** What may be thrown away at any time: downloads, logs, pictures. Ignored by git. */
export const cacheFolder = inProject(".cache");
