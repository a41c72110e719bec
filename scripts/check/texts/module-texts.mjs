// @ts-check
import { parseSync, Visitor } from "oxc-parser";
import { importsOf } from "../layers/imports.mjs";
import { shown } from "./pattern.mjs";
import { outcomesOf, patternsOf } from "./patterns-of.mjs";
import { readStandIns } from "./stand-ins.mjs";

/**
 * @typedef {import("./pattern.mjs").Pattern} Pattern
 * @typedef {import("oxc-parser").Expression} Expression
 */

/**
 * What a module's source has to do with the keys of the locales.
 *
 * @typedef {object} Module
 * @property {readonly string[]} imports what it imports; files are relative to the project
 * @property {readonly Pattern[]} keys of texts that it shows
 * @property {ReadonlySet<string>} words that it names otherwise: literals, and properties of objects that it makes
 * @property {readonly Pattern[]} compounds words that it puts together only at run time
 * @property {ReadonlySet<string>} reads names of properties that it reads
 */

/** What follows the namespace in a key. */
const PATH = /^[\w*-]+(?:\.[\w*-]+)*$/;

/** Prose and code are put into no key. */
const WORD = /^[\w.-]+$/;

/**
 * @param {string} file path relative to the project, with "/"; its ending tells the language
 * @param {string} source
 * @param {readonly string[]} namespaces that keys begin with
 * @returns {Module}
 * @throws {Error} when it cannot be parsed
 */
export function readModule(file, source, namespaces) {
  const { program, errors } = parseSync(file, source, { preserveParens: false });
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`);
  const { literals, properties, reads } = readTexts(program);
  const keys = literals.filter(({ pattern }) => isKey(pattern, namespaces));
  const beginnings = new Set(keys.flatMap((key) => key.beginnings));
  const others = literals.map(({ pattern }) => pattern).filter((pattern) => !isKey(pattern, namespaces));
  const words = [...others.flatMap((pattern) => (pattern.length === 1 ? pattern : [])), ...properties];
  return {
    imports: importsOf(file, source).map(({ target }) => target),
    keys: keys.filter(({ node }) => !beginnings.has(node)).map(({ pattern }) => pattern),
    words: new Set(words.flatMap((word) => [word, kebab(word)])),
    compounds: others.filter(isCompound),
    reads,
  };
}

/**
 * A text in the source.
 *
 * @typedef {object} Literal
 * @property {Pattern} pattern
 * @property {Expression} node
 * @property {readonly Expression[]} beginnings texts that it goes on from, as `${key}.title` does: no keys in themselves
 */

/**
 * @param {import("oxc-parser").Program} program
 * @returns {{ literals: Literal[], properties: Set<string>, reads: Set<string> }}
 */
function readTexts(program) {
  const standIns = readStandIns(program);
  /** @type {Literal[]} */
  const literals = [];
  const properties = new Set();
  const reads = new Set();
  new Visitor({
    Literal(node) {
      if (typeof node.value === "string") literals.push({ pattern: [node.value], node, beginnings: [] });
    },
    TemplateLiteral(node) {
      const [start] = node.expressions;
      const beginnings = start && node.quasis[0]?.value.cooked === "" ? outcomesOf(start, standIns) : [];
      literals.push(...patternsOf(node, standIns).map((pattern) => ({ pattern, node, beginnings })));
    },
    ObjectExpression(node) {
      for (const property of node.properties)
        if (property.type === "Property" && !property.shorthand && property.key.type === "Identifier")
          properties.add(property.key.name);
    },
    MemberExpression({ property }) {
      if (property.type === "Identifier") reads.add(property.name);
    },
  }).visit(program);
  return { literals, properties, reads };
}

/**
 * @param {Pattern} pattern
 * @param {readonly string[]} namespaces
 */
function isKey(pattern, namespaces) {
  const text = shown(pattern);
  return namespaces.some(
    (namespace) => text.startsWith(`${namespace}:`) && PATH.test(text.slice(namespace.length + 1)),
  );
}

/**
 * Of two unknown pieces side by side nothing can be told.
 *
 * @param {Pattern} pattern
 */
const isCompound = (pattern) => pattern.length > 1 && WORD.test(pattern.join("")) && !pattern.slice(1, -1).includes("");

/** Keys are spelled so where the source says `tunnelOwners` or `rate_limited`. @param {string} word */
const kebab = (word) =>
  word.replaceAll("_", "-").replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
