// @ts-check
import { Visitor } from "oxc-parser";

/**
 * @typedef {import("oxc-parser").Expression} Expression
 * @typedef {import("oxc-parser").CallExpression} Call
 * @typedef {import("oxc-parser").Function | import("oxc-parser").ArrowFunctionExpression} Func
 * @typedef {import("oxc-parser").BindingPattern | import("oxc-parser").ParamPattern} Target
 * @typedef {{ readonly start: number, readonly end: number }} Span
 */

/**
 * A name that a module declares.
 *
 * @typedef {object} Declaration
 * @property {string} name
 * @property {Span} scope where it is known
 * @property {Expression | Func | null} value of a constant or a function; null of anything else
 * @property {{ of: Func, index: number } | null} parameter where a function has it, when it is one
 */

/**
 * A declaration whose scope is not known yet: the narrowest around its place.
 *
 * @typedef {Omit<Declaration, "name" | "scope"> & { target: Target, place: number }} Found
 */

/**
 * @typedef {object} Declarations
 * @property {readonly Declaration[]} all
 * @property {readonly Call[]} calls
 * @property {readonly { name: string, start: number }[]} mentions every place where a name stands
 * @property {ReadonlySet<unknown>} exported functions that other modules may call
 */

/**
 * The names that a module declares, and where names are used. Imports are left out: what they stand for is elsewhere.
 *
 * @param {import("oxc-parser").Program} program
 * @returns {Declarations}
 */
export function readDeclarations(program) {
  const { scopes, found, ...uses } = collect(program);
  const all = found.flatMap(({ target, place, value, parameter }) => {
    const scope = innermost(scopes, (one) => one, place) ?? program;
    // Of what is taken apart, nothing is known.
    if (target.type === "Identifier") return [{ name: target.name, scope, value, parameter }];
    return namesIn(target).map((name) => ({ name, scope, value: null, parameter: null }));
  });
  return { all, ...uses };
}

/** @param {import("oxc-parser").Program} program */
function collect(program) {
  /** @type {Span[]} */
  const scopes = [{ start: -1, end: Number.POSITIVE_INFINITY }];
  /** @type {Found[]} */
  const found = [];
  /** @type {Call[]} */
  const calls = [];
  /** @type {{ name: string, start: number }[]} */
  const mentions = [];
  const exported = new Set();
  const addScope = (/** @type {Span} */ scope) => void scopes.push(scope);
  const add = (/** @type {Target} */ target, /** @type {Partial<Found>} */ more = {}) =>
    found.push({ target, place: target.start, value: null, parameter: null, ...more });
  const addFunction = (/** @type {Func} */ of) => {
    addScope(of);
    for (const [index, target] of of.params.entries()) add(target, { parameter: { of, index } });
  };
  new Visitor({
    BlockStatement: addScope,
    ForStatement: addScope,
    ForOfStatement: addScope,
    ForInStatement: addScope,
    CatchClause(node) {
      addScope(node);
      if (node.param) add(node.param);
    },
    ArrowFunctionExpression: addFunction,
    FunctionExpression: addFunction,
    FunctionDeclaration(node) {
      // Its name belongs to what is around it, its parameters to itself.
      if (node.id) add(node.id, { place: node.start, value: node });
      addFunction(node);
    },
    VariableDeclaration({ kind, declarations }) {
      for (const { id, init } of declarations) add(id, { value: kind === "const" ? init : null });
    },
    ExportNamedDeclaration({ declaration }) {
      exported.add(declaration);
      if (declaration?.type === "VariableDeclaration")
        for (const { init } of declaration.declarations) exported.add(init);
    },
    CallExpression: (node) => void calls.push(node),
    Identifier: ({ name, start }) => void mentions.push({ name, start }),
  }).visit(program);
  return { scopes, found, calls, mentions, exported };
}

/**
 * Of some things the one in the narrowest scope around a place.
 *
 * @template Thing
 * @param {readonly Thing[]} things
 * @param {(thing: Thing) => Span} scopeOf
 * @param {number} place offset in the source
 * @returns {Thing | undefined}
 */
export const innermost = (things, scopeOf, place) =>
  things
    .filter((thing) => scopeOf(thing).start < place && place < scopeOf(thing).end)
    .toSorted((a, b) => scopeOf(b).start - scopeOf(a).start)[0];

/**
 * @param {Target} target
 * @returns {string[]}
 */
function namesIn(target) {
  switch (target.type) {
    case "Identifier":
      return [target.name];
    case "AssignmentPattern":
      return namesIn(target.left);
    case "RestElement":
      return namesIn(target.argument);
    case "TSParameterProperty":
      return namesIn(target.parameter);
    case "ArrayPattern":
      return target.elements.flatMap((element) => (element === null ? [] : namesIn(element)));
    case "ObjectPattern":
      return target.properties.flatMap((property) => namesIn(property.type === "Property" ? property.value : property));
  }
}
