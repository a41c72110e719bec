// @ts-check
import { fits } from "./pattern.mjs";

/** @typedef {import("./module-texts.mjs").Module} Module */

/**
 * Tells whether the source names a word, so that it can stand in a key where the key says only `${code}`.
 *
 * A word is named where it is a literal, a member of a union or the name of a property in an object, anywhere: codes come
 * over IPC and out of the journal, so the module that shows a text need not import the one that names its code. A word that
 * no literal holds may be a compound, as in `${state}-${worst}`; its parts have to be named in the module that puts it
 * together or in one that it imports, directly or not, since that is where a typed value comes from. Were they looked for
 * everywhere, every two words with a hyphen would pass.
 *
 * @param {ReadonlyMap<string, Module>} modules by file
 * @returns {(word: string) => boolean}
 */
export function readNaming(modules) {
  const words = wordsOf([...modules.values()]);
  const compounds = [...modules].flatMap(([file, { compounds: own }]) => {
    if (own.length === 0) return [];
    const near = wordsOf(reachedFrom(file, modules));
    return own.map((pattern) => ({ pattern, near }));
  });
  /** @type {Map<string, boolean>} */
  const known = new Map();
  const isNamed = (/** @type {string} */ word) =>
    words.has(word) || compounds.some(({ pattern, near }) => fits(pattern, word, (part) => near.has(part)));
  return (word) => {
    const answer = known.get(word) ?? isNamed(word);
    known.set(word, answer);
    return answer;
  };
}

/** @param {readonly Module[]} modules */
const wordsOf = (modules) => new Set(modules.flatMap(({ words }) => [...words]));

/**
 * @param {string} file
 * @param {ReadonlyMap<string, Module>} modules
 * @returns {Module[]} the file's own, and those that it imports, directly or not
 */
function reachedFrom(file, modules) {
  const files = new Set([file]);
  // What is added while a set is gone through is gone through as well.
  for (const next of files) for (const target of modules.get(next)?.imports ?? []) files.add(target);
  return [...files].flatMap((reached) => modules.get(reached) ?? []);
}
