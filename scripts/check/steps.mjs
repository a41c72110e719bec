// @ts-check
import { join } from "node:path";
import { inPackage } from "../paths.mjs";

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly string[]} args of Node: a program file and its arguments
 */

const compiler = inPackage("typescript", "bin/tsc");

/** @type {readonly Step[]} */
export const steps = [
  { name: "types", args: [compiler, "--project", "tsconfig.json"] },
  { name: "types, with the older Electron", args: [compiler, "--project", "tsconfig.electron33.json"] },
  { name: "types, without Node and browser", args: [compiler, "--project", "tsconfig.shared.json"] },
  { name: "lint", args: [inPackage("oxlint", "bin/oxlint"), "--type-aware", "--deny-warnings"] },
  { name: "layers", args: [join(import.meta.dirname, "layers.mjs")] },
  { name: "texts", args: [join(import.meta.dirname, "texts.mjs")] },
  { name: "lock file", args: [join(import.meta.dirname, "lock-file.mjs")] },
  { name: "licences", args: [join(import.meta.dirname, "licences.mjs")] },
  { name: "unused code", args: [inPackage("knip", "bin/knip.js"), "--no-progress", "--treat-config-hints-as-errors"] },
  { name: "format", args: [inPackage("oxfmt", "bin/oxfmt"), "--check"] },
];
