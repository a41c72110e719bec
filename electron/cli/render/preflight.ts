import type { LosingRoute, Preflight, Way } from "../../../shared/preflight/preflight-report.ts";
import { errorWords, holderWords, outcomeWords, probeWords } from "../../../shared/preflight/words.ts";
import type { CodedText } from "../../../shared/snapshot/coded-text.ts";
import type { CliContext } from "../context.ts";
import { routeText } from "./findings.ts";

/** A pre-flight as lines: the answer, each address with its way, what else matters, what to do, and how a try went. */
export function preflightLines(report: Preflight, context: CliContext): string[] {
  const { t, terminal } = context;
  return [
    `${mark(report, context)} ${terminal.colors.bold(t(`preflight:verdict.${report.verdict.code}`, report.verdict.args))}`,
    ...report.ways.flatMap((way) => ["", ...wayLines(way, context)]),
    ...nameServerLines(report, context),
    ...(report.caveats.length === 0
      ? []
      : ["", ...report.caveats.map((caveat) => `  ${say("caveat", caveat, context)}`)]),
    ...adviceLines(report.advice, context),
    ...probeLines(report, context),
  ];
}

function mark({ works }: Preflight, { terminal }: CliContext): string {
  const { green, red, yellow } = terminal.colors;
  return { yes: green("✓"), no: red("✖"), unknown: yellow("?") }[works];
}

function say(part: string, { code, args }: CodedText, { t }: CliContext): string {
  return t(`preflight:${part}.${code}`, args);
}

function labelled(name: string, text: string, { t }: CliContext): string {
  return t("cli:label", { name: t(`preflight:label.${name}`), text });
}

function wayLines(way: Way, context: CliContext): string[] {
  const { t, terminal } = context;
  const certainty =
    way.works !== "yes" || way.certainty === "suspected" ? t(`preflight:certainty.${way.certainty}`) : null;
  const sentence = say("outcome", outcomeWords(way), context);
  const details = [
    ...(way.error === null ? [] : errorLines(way, context)),
    ...(way.winner === null ? [] : [labelled("route", terminal.colors.bold(routeText(way.winner, context)), context)]),
    ...(way.source === null ? [] : [labelled("source", way.source, context)]),
    ...(way.tunnel === null ? [] : [labelled("tunnel", say("tunnel", holderWords(way.tunnel), context), context)]),
    ...loserLines(way.losers, context),
    ...way.evidence.map(({ code, args }) => terminal.colors.dim(`· ${t(`evidence:${code}`, args)}`)),
  ];
  const first = certainty === null ? sentence : t("preflight:judged", { sentence, certainty });
  return [`  ${first}`, ...details.map((line) => `    ${line}`)];
}

function errorLines({ error, works }: Way, context: CliContext): string[] {
  const [printed, ...notes] = error === null ? [] : errorWords(error).map((words) => say("error", words, context));
  return printed === undefined
    ? []
    : [labelled(works === "no" ? "error" : "possible-error", printed, context), ...notes.map((note) => `  ${note}`)];
}

/** The rows that come closest; a routing daemon's table can have thousands that lose. */
const MOST_LOSERS = 5;

function loserLines(losers: readonly LosingRoute[], context: CliContext): string[] {
  const { t, terminal } = context;
  if (losers.length === 0) return [];
  const shown = losers.slice(0, MOST_LOSERS).map(({ route, reason }) => {
    const why = t(`routes:loss.${reason.code}`, reason.args);
    return `  ${routeText(route, context)}  ${terminal.colors.dim(why)}`;
  });
  const more = losers.length - shown.length;
  return [
    labelled("losers", "", context).trimEnd(),
    ...shown,
    ...(more === 0 ? [] : [terminal.colors.dim(`  ${t("cli:and-more", { count: more })}`)]),
  ];
}

function nameServerLines({ nameServers }: Preflight, context: CliContext): string[] {
  if (nameServers.length === 0) return [];
  const ways = nameServers.map((way) => `    ${say("outcome", outcomeWords(way), context)}`);
  return ["", `  ${labelled("name-servers", "", context).trimEnd()}`, ...ways];
}

function adviceLines(advice: readonly CodedText[], context: CliContext): string[] {
  if (advice.length === 0) return [];
  return ["", ...advice.map((one) => labelled("advice", say("advice", one, context), context))];
}

function probeLines(report: Preflight, context: CliContext): string[] {
  const { probe } = report;
  if (probe === null) return [];
  const went = say("probe", probeWords(probe, report), context);
  return [
    "",
    labelled("probe", `${probe.address} ${went}`, context),
    `  ${context.t(`preflight:compared.${probe.compared}`)}`,
  ];
}
