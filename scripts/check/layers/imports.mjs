// @ts-check
import { isBuiltin } from "node:module";
import { posix } from "node:path";
import { parseSync, Visitor } from "oxc-parser";

/**
 * @typedef {object} Import
 * @property {string} specifier as written; "" when it is only known at run time
 * @property {"file" | "package" | "node"} kind
 * @property {string} target of a file: its path relative to the project; of a package: its name
 * @property {boolean} isTypeOnly nothing of it runs
 */

/**
 * All that a module imports, exports from elsewhere, loads at run time, or names in a type.
 *
 * @param {string} file path relative to the project, with "/"; its ending tells the language
 * @param {string} source
 * @returns {Import[]}
 * @throws {Error} when it cannot be parsed
 */
export function importsOf(file, source) {
  const { program, errors } = parseSync(file, source);
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`);
  /** @type {Import[]} */
  const found = [];
  const add = (/** @type {string} */ specifier, /** @type {boolean} */ isTypeOnly) =>
    found.push({ specifier, isTypeOnly, ...locate(file, specifier) });
  new Visitor({
    ImportDeclaration: ({ source: { value }, importKind, specifiers }) =>
      add(value, importKind === "type" || (specifiers.length > 0 && specifiers.every(isType))),
    ExportNamedDeclaration: ({ source: from, exportKind }) => from && add(from.value, exportKind === "type"),
    ExportAllDeclaration: ({ source: { value }, exportKind }) => add(value, exportKind === "type"),
    ImportExpression: ({ source: { type, ...rest } }) =>
      add(type === "Literal" && "value" in rest ? String(rest.value) : "", false),
    TSImportType: ({ source: { value } }) => add(value, true),
  }).visit(program);
  return found;
}

/** @param {import("oxc-parser").ImportDeclarationSpecifier} specifier */
const isType = (specifier) => "importKind" in specifier && specifier.importKind === "type";

/**
 * @param {string} file
 * @param {string} specifier
 * @returns {Pick<Import, "kind" | "target">}
 */
function locate(file, specifier) {
  if (isBuiltin(specifier)) return { kind: "node", target: specifier };
  if (!specifier.startsWith(".") && specifier !== "") return { kind: "package", target: packageOf(specifier) };
  const [path = ""] = specifier.split("?");
  return { kind: "file", target: posix.join(posix.dirname(file), path) };
}

/** @param {string} specifier such as "@scope/name/part" */
const packageOf = (specifier) => specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
