import { explainRoute } from "../../../shared/explain/explain-route.ts";
import type { RouteExplanation, RouteOrigin, RouteRange } from "../../../shared/explain/route-explanation.ts";
import type { Facts } from "../../../shared/health/facts.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import type { CliContext } from "../context.ts";
import { routeText } from "./findings.ts";

/** One row explained, one thing a line: its marks in words, who put it there, what it catches, and why it is dead. */
export function explanationLines(facts: Facts, route: Route, context: CliContext): string[] {
  const explanation = explainRoute(facts, route);
  return [
    ...wordLines(explanation, context),
    ...originLines(explanation.origin, context),
    ...rangeLines(explanation.range, context),
    ...explanation.evidence.map((evidence) => `· ${context.t(`evidence:${evidence.code}`, evidence.args)}`),
  ];
}

function wordLines({ words }: RouteExplanation, { t }: CliContext): string[] {
  return words.map(({ word, code }) => {
    const meaning = t(`flags:${code}.name`, { word });
    const name = meaning === word ? word : `${word} ${meaning}`;
    return t("cli:label", { name, text: t(`flags:${code}.text`) });
  });
}

function originLines({ by, certainty, args, evidence }: RouteOrigin, { t }: CliContext): string[] {
  const sentence = t(`routes:origin.${by}`, args);
  const text =
    by === "unknown"
      ? sentence
      : t("routes:label.judged", { sentence, certainty: t(`routes:label.certainty.${certainty}`) });
  return [
    t("cli:label", { name: t("routes:label.origin"), text }),
    ...evidence.map((known) => `  · ${t(`evidence:${known.code}`, known.args)}`),
  ];
}

function rangeLines({ first, last, size, exceptions, exceptionCount }: RouteRange, context: CliContext): string[] {
  const { t } = context;
  const isOne = size.code === "one";
  const text = isOne
    ? t("routes:label.range-one", { first })
    : t("routes:label.range-text", { first, last, size: t(`routes:range.${size.code}`, size.args) });
  const more = exceptionCount - exceptions.length;
  return [
    t("cli:label", { name: t("routes:label.range"), text }),
    ...(exceptions.length === 0
      ? []
      : [`  ${t("cli:label", { name: t("routes:label.exceptions"), text: "" }).trimEnd()}`]),
    ...exceptions.map((route) => `    ${routeText(route, context)}`),
    ...(more === 0 ? [] : [`    ${t("cli:and-more", { count: more })}`]),
  ];
}
