// @ts-check
import { anything, joined } from "./pattern.mjs";

/**
 * @typedef {import("./pattern.mjs").Pattern} Pattern
 * @typedef {import("oxc-parser").Expression} Expression
 * @typedef {ReturnType<typeof import("./stand-ins.mjs").readStandIns>} StandIns
 */

/**
 * The texts that an expression can give, with {@link anything} where it cannot be told.
 *
 * @param {Expression} expression
 * @param {StandIns} standIns
 * @returns {Pattern[]}
 */
export function patternsOf(expression, standIns) {
  return outcomesOf(expression, standIns).flatMap((outcome) => {
    if (outcome.type === "TemplateLiteral") return templatePatterns(outcome, standIns);
    return outcome.type === "Literal" && typeof outcome.value === "string" ? [[outcome.value]] : [anything];
  });
}

/**
 * The expressions one of which an expression comes down to.
 *
 * @param {Expression} expression
 * @param {StandIns} standIns
 * @param {ReadonlySet<Expression>} [within] names that are being looked up already
 * @returns {Expression[]}
 */
export function outcomesOf(expression, standIns, within = new Set()) {
  const deeper = (/** @type {Expression} */ part) => outcomesOf(part, standIns, new Set([...within, expression]));
  const { type } = expression;
  if (type === "ConditionalExpression") return [...deeper(expression.consequent), ...deeper(expression.alternate)];
  if (type === "LogicalExpression" && expression.operator !== "&&")
    return [...deeper(expression.left), ...deeper(expression.right)];
  if (type === "TSAsExpression" || type === "TSSatisfiesExpression") return deeper(expression.expression);
  if (type !== "Identifier" || within.has(expression)) return [expression];
  return standIns(expression)?.flatMap(deeper) ?? [expression];
}

/**
 * @param {import("oxc-parser").TemplateLiteral} template
 * @param {StandIns} standIns
 * @returns {Pattern[]}
 */
function templatePatterns({ quasis, expressions }, standIns) {
  const [first = "", ...pieces] = quasis.map(({ value }) => value.cooked ?? "");
  return expressions.reduce(
    (/** @type {Pattern[]} */ beginnings, expression, index) => {
      const ends = patternsOf(expression, standIns).map((pattern) => joined(pattern, [pieces[index] ?? ""]));
      return beginnings.flatMap((beginning) => ends.map((end) => joined(beginning, end)));
    },
    [[first]],
  );
}
