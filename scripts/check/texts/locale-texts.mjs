// @ts-check
/** @typedef {import("./pattern.mjs").Pattern} Pattern */

/**
 * @typedef {object} LocaleText
 * @property {string} key in full, with its namespace: `app:finding.more_one`
 * @property {boolean} isList a list of texts, which no key calls for
 * @property {readonly Pattern[]} references keys of the texts that it contains: `$t(findings:{{finding}}.title)`
 */

/**
 * All texts of one namespace.
 *
 * @param {string} namespace
 * @param {unknown} tree what its JSON holds
 * @returns {LocaleText[]}
 * @throws {Error} at what is neither a text nor a list nor an object
 */
export function localeTexts(namespace, tree) {
  return branchTexts(`${namespace}:`, "", tree);
}

/**
 * @param {string} path
 * @param {string} separator between it and the keys below
 * @param {unknown} branch
 * @returns {LocaleText[]}
 */
function branchTexts(path, separator, branch) {
  if (typeof branch === "string") return [{ key: path, isList: false, references: referencesIn(branch) }];
  if (Array.isArray(branch)) return [{ key: path, isList: true, references: branch.flatMap(referencesIn) }];
  if (typeof branch !== "object" || branch === null)
    throw new Error(`${path} is neither a text nor a list nor an object.`);
  return Object.entries(branch).flatMap(([key, below]) => branchTexts(`${path}${separator}${key}`, ".", below));
}

/**
 * @param {string} text
 * @returns {Pattern[]}
 */
const referencesIn = (text) => [...text.matchAll(/\$t\(([^,)]*)/g)].map(([, key = ""]) => key.split(/\{\{.*?\}\}/));
