// @ts-check

/**
 * @typedef {object} Target a part of the product that is bundled on its own, into out/<name>
 * @property {string} name
 * @property {string} entry its first source file, relative to the project
 * @property {string} output the file that must be there afterwards, relative to out/<name>
 * @property {"es" | "cjs" | "page" | "in-place"} format an ECMAScript module, a CommonJS module, a web page, or an ECMAScript
 *   module that runs in this folder only: packages stay outside of it, and it finds the files beside its sources
 * @property {boolean} [isSplit] what it imports only later becomes files of their own, so that it starts without reading them
 * @property {boolean} [isProgram] it is started by its name in a shell
 */

/** @type {readonly Target[]} */
export const productTargets = [
  { name: "main", entry: "electron/main/main.ts", output: "main.js", format: "es", isSplit: true },
  // The thread beside main; CommonJS, because a thread is started by its file alone, also out of an archive.
  { name: "lookout", entry: "electron/main/watch/lookout-thread.ts", output: "lookout.cjs", format: "cjs" },
  // What main loads when somebody wants to know about updates, and not before.
  { name: "updater", entry: "electron/updater/update-feed.ts", output: "updater.cjs", format: "cjs" },
  // A sandboxed preload must be one CommonJS file.
  { name: "preload", entry: "electron/preload/preload.ts", output: "preload.cjs", format: "cjs" },
  { name: "cli", entry: "electron/cli/holdfast.ts", output: "holdfast.js", format: "es", isProgram: true },
  // One readable file, because an administrator should be able to read what runs with all rights.
  { name: "helper", entry: "electron/helper/helper.ts", output: "helper.cjs", format: "cjs" },
  { name: "renderer", entry: "renderer/index.html", output: "index.html", format: "page" },
];

/** @type {Target} the lab for playing by hand */
export const labTarget = { name: "lab", entry: "tests/lab/play.ts", output: "play.js", format: "es" };

/** Whatever of these changes, everything is built anew. */
export const inputs = [
  "shared",
  "electron",
  "renderer",
  "build",
  "tests/lab",
  "tests/bench",
  // What benches have of the tests.
  "tests/e2e/app",
  "tests/e2e/stage",
  "tests/e2e/stand-in",
  "tests/e2e/states",
  "tests/support",
  "tests/captures/recorded-captures.ts",
  "scripts/build",
  "package.json",
  "package-lock.json",
];
