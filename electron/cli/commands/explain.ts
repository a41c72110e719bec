import { readFile } from "node:fs/promises";
import { text as readAll } from "node:stream/consumers";
import { explainLog } from "../../../shared/explain/log/explain-log.ts";
import type { LogExplanation } from "../../../shared/explain/log/explain-log.ts";
import type { LogLine } from "../../../shared/explain/log/log-line.ts";
import { CliFailure } from "../cli-failure.ts";
import type { CliContext } from "../context.ts";
import { EXIT } from "../exit-code.ts";
import type { ExitCode } from "../exit-code.ts";
import { explainTerm } from "./explain-term.ts";

/** What `holdfast explain` was asked to explain. */
export interface ExplainOptions {
  json?: true;
  /** A word of the glossary, in any of its spellings. */
  term?: string;
}

/** Verdicts that leave nothing for anybody to do. */
const FINE = new Set([
  "connected",
  "connecting",
  "recovered",
  "cancelled",
  "detached",
  "packet-filter-only",
  "route-absent",
]);

/** `holdfast explain [FILE|-]`: a log line by line, with a verdict; or one term of the glossary. */
export async function explain(
  file: string | undefined,
  options: ExplainOptions,
  context: CliContext,
): Promise<ExitCode> {
  if (options.term !== undefined) return explainTerm(options.term, options, context);
  const explanation = explainLog(await readLog(file));
  context.terminal.print(
    options.json ? explanationDocument(explanation, context) : explanationLines(explanation, context).join("\n"),
  );
  return FINE.has(explanation.verdict.code) ? EXIT.fine : EXIT.problems;
}

async function readLog(file: string | undefined): Promise<string> {
  if (file === undefined && process.stdin.isTTY)
    throw new CliFailure(EXIT.usage, "cli:usage.missing-argument", { detail: "file" });
  if (file === undefined || file === "-") return readAll(process.stdin);
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    const detail = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new CliFailure(EXIT.usage, "cli:usage.file-unreadable", { file, detail });
  }
}

function explanationLines({ lines, verdict }: LogExplanation, context: CliContext): string[] {
  const { t, terminal } = context;
  const { bold } = terminal.colors;
  const firstNumbers = firstOfEachKind(lines);
  const facts = verdict.facts.map(({ code, args }) => `  ${t(`messages:fact.${code}`, args)}`);
  return [
    ...lines.flatMap((line) => lineLines(line, firstNumbers, context)),
    "",
    bold(t("cli:label", { name: t("cli:log.verdict"), text: t(`messages:verdict.${verdict.code}.headline`) })),
    `  ${t(`messages:verdict.${verdict.code}.explanation`)}`,
    ...facts,
    `  ${t(`messages:phase.${verdict.phase}`)}`,
    `  ${t("cli:label", { name: t("cli:log.remedy"), text: t(`messages:remedy.${verdict.remedy}`) })}`,
  ];
}

// A message that came before is explained where it came first: fifty equal lines need one explanation.
function firstOfEachKind(lines: readonly LogLine[]): ReadonlyMap<string, number> {
  return new Map(lines.toReversed().map((line) => [kindOf(line), line.number]));
}

function kindOf(line: LogLine): string {
  return [line.messageId, ...line.errorTexts].join(" ");
}

function lineLines(line: LogLine, firstNumbers: ReadonlyMap<string, number>, context: CliContext): string[] {
  const { t, terminal } = context;
  const printed = `${terminal.colors.dim(String(line.number).padStart(4))}  ${line.text}`;
  const isExplained = line.messageId !== null || line.errorTexts.length > 0;
  if (!isExplained || line.role === "continuation") return [printed];
  const first = firstNumbers.get(kindOf(line)) ?? line.number;
  if (first < line.number) return [printed, terminal.colors.dim(`      ↳ ${t("cli:log.as-line", { number: first })}`)];
  return [printed, ...meaningLines(line, context).map((text) => terminal.colors.cyan(`      ↳ ${text}`))];
}

function meaningLines(line: LogLine, { t }: CliContext): string[] {
  const errors = line.errorTexts.map((id) => t(`messages:message.${id}.meaning`));
  if (line.messageId === null) return errors;
  const key = `messages:message.${line.messageId}`;
  return [
    t(`${key}.meaning`, line.args),
    ...errors,
    t("cli:label", { name: t("cli:log.cause"), text: t(`${key}.cause`, line.args) }),
    t("cli:label", { name: t("cli:log.remedy"), text: t(`${key}.remedy`, line.args) }),
  ];
}

function explanationDocument({ lines, verdict }: LogExplanation, { t }: CliContext): string {
  const entries = lines.map((line) => {
    if (line.messageId === null) return line;
    const key = `messages:message.${line.messageId}`;
    const texts = ["meaning", "cause", "remedy"].map((name) => [name, t(`${key}.${name}`, line.args)]);
    return { ...line, ...Object.fromEntries(texts) };
  });
  const texts = {
    headline: t(`messages:verdict.${verdict.code}.headline`),
    explanation: t(`messages:verdict.${verdict.code}.explanation`),
    remedyText: t(`messages:remedy.${verdict.remedy}`),
  };
  return JSON.stringify({ schema: 1, verdict: { ...verdict, ...texts }, lines: entries }, null, 2);
}
