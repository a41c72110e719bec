// @ts-check
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import tailwind from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { build } from "vite";
import { inProject, projectFolder } from "../paths.mjs";

/** Whatever Node or Electron brings itself; all else goes into the bundle. */
const external = ["electron", ...builtinModules, /^node:/];

const common = /** @type {const} */ ({ configFile: false, envDir: false, publicDir: false, logLevel: "warn" });

/**
 * Bundles one target.
 *
 * @param {import("./targets.mjs").Target} target
 * @param {string} folder to write into; emptied first
 * @param {Record<string, string>} define names that are replaced by source text
 * @returns {Promise<import("vite").Rolldown.RolldownOutput["output"]>} what was written, with the modules that each part holds
 */
export async function bundle(target, folder, define) {
  const written = await outputOf(target, folder, define);
  if (target.isProgram) makeExecutable(join(folder, target.output));
  // Neither several outputs nor a watcher are asked for.
  return /** @type {import("vite").Rolldown.RolldownOutput} */ (written).output;
}

/**
 * @param {import("./targets.mjs").Target} target
 * @param {string} folder
 * @param {Record<string, string>} define
 */
function outputOf(target, folder, define) {
  if (target.format === "page") return bundlePage(target, folder, define);
  if (target.format === "in-place") return bundleInPlace(target, folder, define);
  return bundleForNode(target, folder, define);
}

/**
 * @param {import("./targets.mjs").Target} target
 * @param {string} outDir
 * @param {Record<string, string>} define
 */
function bundlePage(target, outDir, define) {
  return build({
    ...common,
    root: dirname(inProject(target.entry)),
    base: "./",
    define,
    plugins: [react(), tailwind()],
    // The oldest browser engine that it runs on: that of the test runtime.
    // It comes from the disk, so that a large file is no waiting; what it weighs is measured by the bench of the popover.
    build: { outDir, emptyOutDir: true, target: "chrome130", chunkSizeWarningLimit: 1000 },
  });
}

/**
 * @param {import("./targets.mjs").Target} target
 * @param {string} outDir
 * @param {Record<string, string>} define
 */
function bundleForNode(target, outDir, define) {
  const output = { entryFileNames: target.output, chunkFileNames: "[name].js", codeSplitting: target.isSplit ?? false };
  const format = target.format === "cjs" ? "cjs" : "es";
  return build({
    ...common,
    root: projectFolder,
    define,
    plugins: [nothingIsSent],
    ssr: { noExternal: true },
    build: {
      ssr: inProject(target.entry),
      outDir,
      emptyOutDir: true,
      target: "node20",
      minify: false,
      rolldownOptions: { external, output: { ...output, format } },
    },
  });
}

/**
 * @param {import("./targets.mjs").Target} target
 * @param {string} outDir
 * @param {Record<string, string>} define
 */
function bundleInPlace(target, outDir, define) {
  const output = /** @type {const} */ ({ entryFileNames: target.output, codeSplitting: false });
  return build({
    ...common,
    root: projectFolder,
    define,
    plugins: [besideItsSource],
    build: {
      ssr: inProject(target.entry),
      outDir,
      emptyOutDir: true,
      target: "node20",
      minify: false,
      rolldownOptions: { output },
    },
  });
}

/**
 * electron-log can send a log to a server. Nobody asks it to, and what it would do that with (HTTP, TLS) would be loaded at
 * each start of the app.
 */
const nothingIsSent = {
  name: "nothing-is-sent",
  /** @param {string} path of a module */
  load: (path) =>
    path.endsWith("/electron-log/src/node/transports/remote.js")
      ? "module.exports = () => Object.assign(() => {}, { level: false, transforms: [] });"
      : undefined,
};

/** Each module still finds the files that lie beside its source, wherever the bundle lies. */
const besideItsSource = {
  name: "beside-its-source",
  /**
   * @param {string} code
   * @param {string} path of the module
   */
  transform: (code, path) =>
    code
      .replaceAll(/\bimport\.meta\.dirname\b/g, JSON.stringify(dirname(path)))
      .replaceAll(/\bimport\.meta\.url\b/g, JSON.stringify(pathToFileURL(path).href)),
};

/** @param {string} path of a JavaScript file, changed in place */
function makeExecutable(path) {
  const source = readFileSync(path, "utf8");
  if (!source.startsWith("#!")) writeFileSync(path, `#!/usr/bin/env node\n${source}`);
  chmodSync(path, 0o755);
}
