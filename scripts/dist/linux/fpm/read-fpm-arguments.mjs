// @ts-check

/**
 * @typedef {object} DebRequest what a .deb is to be made of
 * @property {ReadonlyMap<string, string>} options by their long names, without hyphens: "name", "version", "package" (the file), …
 * @property {readonly string[]} depends
 * @property {readonly string[]} recommends
 * @property {readonly (readonly [from: string, to: string])[]} places path on this machine (a folder ends with "/": what is in
 *   it) and in the package
 */

/** Options that say nothing about the package. */
const silent = new Set(["--force", "-f", "--debug", "--verbose"]);
const longNames = new Map([
  ["-s", "input-type"],
  ["-t", "output-type"],
  ["-d", "depends"],
]);
const lists = new Set(["depends", "deb-recommends"]);

/**
 * Reads the arguments by which electron-builder starts fpm.
 *
 * @param {readonly string[]} args
 * @returns {DebRequest}
 * @throws {Error} when they ask for something else than a .deb out of files, or lack a word
 */
export function readFpmArguments(args) {
  const options = new Map();
  const collected = new Map([...lists].map((name) => [name, /** @type {string[]} */ ([])]));
  const places = [];
  const words = args.filter((word) => !silent.has(word))[Symbol.iterator]();
  for (const word of words) {
    if (!word.startsWith("-")) {
      places.push(placeOf(word));
      continue;
    }
    const name = longNames.get(word) ?? word.replace(/^--/, "");
    const { value, done } = words.next();
    if (done) throw new Error(`fpm: ${word} has no value`);
    const list = collected.get(name);
    if (list) list.push(value);
    else options.set(name, value);
  }
  if (options.get("input-type") !== "dir" || options.get("output-type") !== "deb") {
    throw new Error(
      `fpm: only a deb out of files can be made, not ${options.get("output-type")} out of ${options.get("input-type")}`,
    );
  }
  return {
    options,
    depends: collected.get("depends") ?? [],
    recommends: collected.get("deb-recommends") ?? [],
    places,
  };
}

/**
 * @param {string} word FROM=TO
 * @returns {readonly [string, string]}
 */
function placeOf(word) {
  const cut = word.lastIndexOf("=");
  if (cut < 1 || !word.slice(cut + 1).startsWith("/")) throw new Error(`fpm: ${word} does not say where it goes`);
  return [word.slice(0, cut), word.slice(cut + 1)];
}
