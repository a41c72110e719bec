// @ts-check
import { spawnSync } from "node:child_process";
import { inPackage, projectFolder } from "../paths.mjs";
import { Stop } from "../terminal/stop.mjs";

/** The tests that render the scenes, one each. */
export const galleryTests = "tests/e2e/gallery.spec.ts";

export const playwright = inPackage("@playwright/test", "cli.js");

/**
 * Which scenes there are, in their order. The tests are asked: they are written in TypeScript, which this Node may be
 * too old to read.
 *
 * @returns {import("./pictures.mjs").PicturedScene[]}
 * @throws {Stop} when the tests cannot be read
 */
export function listScenes() {
  const args = [playwright, "test", galleryTests, "--list", "--reporter=json"];
  const { stdout } = spawnSync(process.execPath, args, { cwd: projectFolder, encoding: "utf8", maxBuffer: 2 ** 26 });
  const report = JSON.parse(stdout);
  if (report.errors.length > 0) throw new Stop(`${galleryTests} cannot be read: ${report.errors[0].message}`);
  return scenesIn(report);
}

/**
 * The scenes in a report of Playwright's `json` reporter: tests tell theirs in an annotation, `status/off`.
 *
 * @param {any} report
 * @returns {import("./pictures.mjs").PicturedScene[]}
 */
export function scenesIn(report) {
  /** @typedef {{ type: string, description: string }} Annotation */
  /** @typedef {{ specs?: { tests: { annotations: Annotation[] }[] }[], suites?: Suite[] }} Suite */
  /** @type {(suite: Suite) => Annotation[]} */
  const within = ({ specs = [], suites = [] }) => [
    ...specs.flatMap(({ tests }) => tests.flatMap(({ annotations }) => annotations)),
    ...suites.flatMap(within),
  ];
  const scenes = within(report).filter(({ type }) => type === "scene");
  return scenes.map(({ description }) => {
    const [view = "", name = ""] = description.split("/");
    return { view, name };
  });
}
