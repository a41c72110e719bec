// @ts-check
import { Stop } from "./stop.mjs";

/**
 * Those of `all` that are named on the command line; all when none is named. Their order stays.
 *
 * @template {{ name: string }} T
 * @param {readonly string[]} names
 * @param {readonly T[]} all
 * @param {string} kind what they are, for the sentence about an unknown one
 * @throws {Stop} on an unknown name (exit code 2)
 */
export function chooseByName(names, all, kind) {
  const known = all.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Stop(`There is no ${kind} "${unknown}"; there are ${known.join(", ")}.`, 2);
  return names.length === 0 ? all : all.filter(({ name }) => names.includes(name));
}
