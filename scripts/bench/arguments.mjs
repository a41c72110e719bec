// @ts-check
import { chooseByName } from "../terminal/choose.mjs";
import { Stop } from "../terminal/stop.mjs";
import { benches, options } from "./benches.mjs";

/** @typedef {import("./benches.mjs").OptionName} OptionName */

/**
 * Reads `npm run bench -- [bench…] [--up-to ROWS] [--switches COUNT] [--connections COUNT] [--idle-seconds SECONDS]`.
 *
 * @param {readonly string[]} args
 * @returns {{ chosen: readonly import("./benches.mjs").Bench[], numbers: Readonly<Record<OptionName, number>> }}
 * @throws {Stop} on an unknown bench or a number that is none (exit code 2)
 */
export function readArguments(args) {
  const numbers = { "--up-to": 0, "--switches": 0, "--connections": 0, "--idle-seconds": 0 };
  let names = args;
  for (const name of /** @type {OptionName[]} */ (Object.keys(options))) {
    const place = names.indexOf(name);
    numbers[name] = place < 0 ? options[name].usual : numberOf(name, names[place + 1] ?? "");
    if (place >= 0) names = names.toSpliced(place, 2);
  }
  return { chosen: chooseByName(names, benches, "bench"), numbers };
}

/**
 * @param {OptionName} name
 * @param {string} text
 */
function numberOf(name, text) {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new Stop(`${name} takes ${options[name].means}, such as ${options[name].example}.`, 2);
}
