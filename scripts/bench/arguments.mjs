// @ts-check
import { chooseByName } from "../terminal/choose.mjs";
import { Stop } from "../terminal/stop.mjs";
import { benches, options } from "./benches.mjs";

/** @typedef {import("./benches.mjs").OptionName} OptionName */

/**
 * Reads `npm run bench -- [bench…] [--up-to ROWS] [--switches COUNT] [--connections COUNT] [--idle-seconds SECONDS]
 * [--openings COUNT] [--snapshots COUNT] [--rounds COUNT] [--starts COUNT] [--rest-seconds SECONDS]`.
 *
 * @param {readonly string[]} args
 * @returns {{ chosen: readonly import("./benches.mjs").Bench[], numbers: Readonly<Record<OptionName, number>> }}
 * @throws {Stop} on an unknown bench or a number that is none (exit code 2)
 */
export function readArguments(args) {
  const numbers = usualNumbers();
  let names = args;
  for (const name of /** @type {OptionName[]} */ (Object.keys(options))) {
    const place = names.indexOf(name);
    if (place < 0) continue;
    numbers[name] = numberOf(name, names[place + 1] ?? "");
    names = names.toSpliced(place, 2);
  }
  return { chosen: chooseByName(names, benches, "bench"), numbers };
}

/** @returns {Record<OptionName, number>} what holds for options that nobody gives */
function usualNumbers() {
  const usual = Object.entries(options).map(([name, option]) => [name, option.usual]);
  return Object.fromEntries(usual);
}

/**
 * @param {OptionName} name
 * @param {string} text
 */
function numberOf(name, text) {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new Stop(`${name} takes ${options[name].means}, such as ${options[name].example}.`, 2);
}
