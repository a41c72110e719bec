// @ts-check
import { readFileSync } from "node:fs";
import { inProject, projectFolder } from "../paths.mjs";
import { digestOf, filesUnder } from "./sources.mjs";

/** The rooms whose code decides what is stale and what is removed. */
const ruleset = ["network", "snapshot", "capture", "health", "clients", "repair", "contract"];

/** What every bundle and every test gets for the names in shared/build-constants.d.ts, as source text. */
export function buildConstants() {
  const sources = filesUnder(
    projectFolder,
    ruleset.map((room) => `shared/${room}`),
  );
  const { version } = JSON.parse(readFileSync(inProject("package.json"), "utf8"));
  return {
    __RULESET__: JSON.stringify(digestOf(projectFolder, sources)),
    __VERSION__: JSON.stringify(version),
  };
}
