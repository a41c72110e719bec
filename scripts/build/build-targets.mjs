// @ts-check
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder, inProject, projectFolder } from "../paths.mjs";
import { makeWorkFolder } from "../processes/work-folder.mjs";
import { alive } from "../terminal/alive.mjs";
import { Stop } from "../terminal/stop.mjs";
import { buildConstants } from "./constants.mjs";
import { digestOf, filesUnder } from "./sources.mjs";
import { stampsIn } from "./stamps.mjs";
import { inputs } from "./targets.mjs";

/**
 * Builds those targets whose sources have changed since they were built last.
 *
 * @param {readonly import("./targets.mjs").Target[]} targets
 * @returns {Promise<string[]>} the names of those that were built now
 * @throws {Stop} when a target has no sources, or does not build
 */
export async function buildTargets(targets) {
  const stamps = stampsIn();
  const digest = digestOf(projectFolder, filesUnder(projectFolder, inputs));
  const stale = targets.filter((target) => !stamps.isFresh(target, digest));
  if (stale.length > 0) await alive("Building", buildAll(stale, stamps, digest));
  return stale.map(({ name }) => name);
}

/**
 * @param {readonly import("./targets.mjs").Target[]} targets
 * @param {import("./stamps.mjs").Stamps} stamps
 * @param {string} digest
 */
async function buildAll(targets, stamps, digest) {
  const missing = targets.filter(({ entry }) => !existsSync(inProject(entry)));
  if (missing.length > 0) throw new Stop(`Not built: there is no ${missing.map(({ entry }) => entry).join(", no ")}.`);
  const { bundle } = await import("./bundle.mjs");
  const work = makeWorkFolder(join(cacheFolder, "build"));
  const define = buildConstants();
  try {
    const results = await Promise.allSettled(targets.map((target) => bundle(target, join(work, target.name), define)));
    const failure = results.find((result) => result.status === "rejected");
    if (failure) throw failure.reason;
    for (const target of targets) {
      stamps.forget(target);
      replace(join(work, target.name), inProject("out", target.name));
      stamps.remember(target, digest);
    }
  } catch (error) {
    throw new Stop(`Not built: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * Puts a finished folder in the place of an older one, so that nobody meets a half-written one.
 *
 * @param {string} made
 * @param {string} place
 */
function replace(made, place) {
  mkdirSync(inProject("out"), { recursive: true });
  rmSync(place, { recursive: true, force: true });
  renameSync(made, place);
}
