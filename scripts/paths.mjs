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

/**
 * A file of an installed package: programs are started by Node from there, which is the same on every system.
 *
 * @param {string} name of the package
 * @param {string} file in it
 * @returns {string} absolute path
 */
export const inPackage = (name, file) => inProject("node_modules", name, file);
