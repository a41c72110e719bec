// @ts-check
import { innermost, readDeclarations } from "./declarations.mjs";

/**
 * @typedef {import("./declarations.mjs").Declarations} Declarations
 * @typedef {import("./declarations.mjs").Declaration} Declaration
 * @typedef {import("./declarations.mjs").Expression} Expression
 * @typedef {import("./declarations.mjs").Func} Func
 */

/** Methods of lists that give each element to a function. */
const EACH = new Set(["every", "filter", "find", "flatMap", "forEach", "map", "some"]);

/**
 * Tells what a name in a module stands for, as far as the module alone tells it: a constant's value, what all calls of a
 * function of its own give to a parameter, or the elements that a list written there gives to a callback.
 *
 * @param {import("oxc-parser").Program} program
 * @returns {(name: import("oxc-parser").IdentifierReference) => readonly Expression[] | null} null when it is not told
 */
export function readStandIns(program) {
  const declarations = readDeclarations(program);
  return ({ name, start }) => {
    const declaration = declarationOf(declarations, name, start);
    if (!declaration) return null;
    const { value, parameter } = declaration;
    if (parameter) return argumentsOf(declarations, parameter) ?? elementsFor(declarations, parameter);
    return isFunction(value) || value === null ? null : [value];
  };
}

/**
 * @param {Declarations} declarations
 * @param {string} name
 * @param {number} place
 */
function declarationOf({ all }, name, place) {
  const namesakes = all.filter((declaration) => declaration.name === name);
  return innermost(namesakes, ({ scope }) => scope, place);
}

/**
 * @param {Declarations} declarations
 * @param {NonNullable<Declaration["parameter"]>} parameter
 * @returns {Expression[] | null}
 */
function argumentsOf(declarations, { of, index }) {
  const owner = declarations.all.find(({ value }) => value === of);
  if (owner === undefined || declarations.exported.has(of)) return null;
  const isOwner = (/** @type {string} */ name, /** @type {number} */ place) =>
    name === owner.name && declarationOf(declarations, name, place) === owner;
  const calls = declarations.calls.filter(
    ({ callee }) => callee.type === "Identifier" && isOwner(callee.name, callee.start),
  );
  const mentions = declarations.mentions.filter(({ name, start }) => isOwner(name, start));
  // All mentions but its declaration are calls, or else it is handed on, and gets what cannot be seen here.
  if (calls.length === 0 || mentions.length !== calls.length + 1) return null;
  return allExpressions(calls.map((call) => call.arguments[index]));
}

/**
 * @param {Declarations} declarations
 * @param {NonNullable<Declaration["parameter"]>} parameter
 * @returns {Expression[] | null}
 */
function elementsFor(declarations, { of, index }) {
  const callee = declarations.calls.find((call) => call.arguments[0] === of)?.callee;
  if (index !== 0 || callee?.type !== "MemberExpression" || callee.property.type !== "Identifier") return null;
  return EACH.has(callee.property.name) ? elementsOf(declarations, callee.object) : null;
}

/**
 * @param {Declarations} declarations
 * @param {Expression} list
 * @returns {Expression[] | null}
 */
function elementsOf(declarations, list) {
  if (list.type === "ArrayExpression") return allExpressions(list.elements);
  if (list.type === "TSAsExpression" || list.type === "TSSatisfiesExpression")
    return elementsOf(declarations, list.expression);
  if (list.type !== "Identifier") return null;
  const value = declarationOf(declarations, list.name, list.start)?.value ?? null;
  return value === null || isFunction(value) ? null : elementsOf(declarations, value);
}

/**
 * @param {readonly (Expression | import("oxc-parser").SpreadElement | null | undefined)[]} items
 * @returns {Expression[] | null} null when one of them is none
 */
function allExpressions(items) {
  const expressions = items.filter((item) => item !== null && item !== undefined && item.type !== "SpreadElement");
  return expressions.length === items.length ? expressions : null;
}

/**
 * @param {Expression | Func | null} value
 * @returns {value is Func}
 */
const isFunction = (value) => value !== null && /Function/.test(value.type);
