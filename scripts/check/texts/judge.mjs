// @ts-check
import { readNaming } from "./naming.mjs";
import { fits, shown } from "./pattern.mjs";

/**
 * @typedef {import("./pattern.mjs").Pattern} Pattern
 * @typedef {import("./locale-texts.mjs").LocaleText} LocaleText
 * @typedef {import("./module-texts.mjs").Module} Module
 */

/**
 * A place where a text is called for.
 *
 * @typedef {object} Call
 * @property {string} from the file, or the key of the text that contains the other
 * @property {Pattern} pattern of the key
 */

/**
 * @typedef {object} Source
 * @property {readonly Call[]} calls
 * @property {(word: string) => boolean} isNamed whether a word can stand where a key says only `${code}`
 * @property {ReadonlySet<string>} reads names of properties that are read somewhere
 */

/**
 * @param {readonly LocaleText[]} texts of all languages
 * @param {ReadonlyMap<string, Module>} modules by file
 * @returns {Call[]}
 */
export const callsIn = (texts, modules) => [
  ...[...modules].flatMap(([from, { keys }]) => keys.map((pattern) => ({ from, pattern }))),
  ...texts.flatMap(({ key: from, references }) => references.map((pattern) => ({ from, pattern }))),
];

/**
 * What is wrong between the texts and those who call for them.
 *
 * @param {readonly LocaleText[]} texts of all languages
 * @param {ReadonlyMap<string, Module>} modules by file
 * @returns {string[]} one sentence for each text that does not exist, and for each that nothing calls for
 */
export function textBreaches(texts, modules) {
  const calls = callsIn(texts, modules);
  const reads = new Set([...modules.values()].flatMap((module) => [...module.reads]));
  const source = { calls, isNamed: readNaming(modules), reads };
  // The same text is in several languages, and may be called for more than once in a file.
  return [...new Set([...missingTexts(texts, calls), ...unusedTexts(texts, source)])];
}

/**
 * @param {readonly LocaleText[]} texts
 * @param {readonly Call[]} calls
 */
function missingTexts(texts, calls) {
  const keys = [...new Set(texts.flatMap(({ key }) => wordingsOf(key).map(({ base }) => base)))];
  return calls
    .filter(({ pattern }) => !keys.some((key) => fits(pattern, key, () => true)))
    .map(({ from, pattern }) => `${from} calls for ${shown(pattern)}, and there is no such text.`);
}

/**
 * Where only a pattern fits a text, what stands for its star has to be named in the source.
 *
 * @param {readonly LocaleText[]} texts
 * @param {Source} source
 */
function unusedTexts(texts, source) {
  return texts
    .filter((text) => !(text.isList ? isReadList(text, source) : isCalledFor(text, source)))
    .map(({ key }) => sentence(key, source));
}

/**
 * A list is no text: a module reads it from the JSON, by its property.
 *
 * @param {LocaleText} list
 * @param {Source} source
 */
const isReadList = ({ key }, { reads }) => reads.has(key.slice(key.lastIndexOf(".") + 1));

/**
 * @param {LocaleText} text
 * @param {Source} source
 */
const isCalledFor = ({ key }, { calls, isNamed }) =>
  wordingsOf(key)
    .filter(({ context }) => context === "" || isNamed(context))
    .some(({ base }) => calls.some(({ pattern }) => fits(pattern, base, isNamed)));

/**
 * @param {string} key
 * @param {Source} source
 */
function sentence(key, { calls }) {
  const patterns = calls
    .filter(({ pattern }) => wordingsOf(key).some(({ base }) => fits(pattern, base, () => true)))
    .map(({ pattern }) => shown(pattern));
  if (patterns.length === 0) return `${key} is a text that nothing calls for.`;
  return `${key} is a text that only ${[...new Set(patterns)].join(", ")} can call for, but the source never names what it ends in.`;
}

const PLURAL_FORM = /(?:^|_)(?:zero|one|two|few|many|other)$/;

/**
 * The keys that i18next takes a text for: itself, and those whose wording for a context (`text_client`) or a number
 * (`more_one`) it is.
 *
 * @param {string} key
 * @returns {{ base: string, context: string }[]}
 */
function wordingsOf(key) {
  const name = key.slice(Math.max(key.lastIndexOf("."), key.indexOf(":")) + 1);
  const separators = [...name.matchAll(/_/g)].map(({ index }) => index);
  const bases = separators.map((index) => ({
    base: key.slice(0, key.length - name.length + index),
    context: name.slice(index + 1).replace(PLURAL_FORM, ""),
  }));
  return [{ base: key, context: "" }, ...bases];
}
