// @ts-check
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, release } from "node:os";
import { dirname } from "node:path";
import { inProject } from "../paths.mjs";

/** Where the figures of the last run of each bench are; not in git. */
const place = inProject("bench", "results.json");

/**
 * Puts the figures of one bench beside those of the others, with the machine that they are from.
 *
 * @param {string} name of the bench
 * @param {string} figures path of a JSON file
 */
export function keepResults(name, figures) {
  const known = existsSync(place) ? JSON.parse(readFileSync(place, "utf8")) : {};
  const machine = {
    node: process.version,
    system: `${process.platform} ${release()}`,
    processor: cpus()[0]?.model ?? "unknown",
    cores: cpus().length,
  };
  const bench = { takenAt: new Date().toISOString(), machine, ...JSON.parse(readFileSync(figures, "utf8")) };
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, `${JSON.stringify({ schema: 1, benches: { ...known.benches, [name]: bench } }, null, 2)}\n`);
}
