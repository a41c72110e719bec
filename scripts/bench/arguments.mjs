// @ts-check
import { chooseByName } from "../terminal/choose.mjs";
import { Stop } from "../terminal/stop.mjs";
import { benches } from "./benches.mjs";

const most = 1_000_000;

/**
 * Reads `npm run bench -- [bench…] [--up-to ROWS]`.
 *
 * @param {readonly string[]} args
 * @returns {{ chosen: readonly import("./benches.mjs").Bench[], upTo: number }}
 * @throws {Stop} on an unknown bench or a number that is none (exit code 2)
 */
export function readArguments(args) {
  const option = args.indexOf("--up-to");
  if (option < 0) return { chosen: chooseByName(args, benches, "bench"), upTo: most };
  const text = args[option + 1] ?? "";
  if (!/^[1-9]\d*$/.test(text)) throw new Stop("--up-to takes a number of rows, such as 100000.", 2);
  return { chosen: chooseByName(args.toSpliced(option, 2), benches, "bench"), upTo: Number(text) };
}
