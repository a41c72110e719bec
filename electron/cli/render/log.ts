import { verdictTextKeys } from "../../../shared/explain/log/text-keys.ts";
import { messageKind } from "../../../shared/explain/log/message-kind.ts";
import type { LogLine } from "../../../shared/explain/log/log-line.ts";
import type { Turn } from "../../../shared/explain/log/verdict/story.ts";
import type { LogVerdict } from "../../../shared/explain/log/verdict/verdict.ts";
import type { CliContext } from "../context.ts";

/** Gives one line after the other its lines for people. Remembers what it explained already. */
export function createLogPrinter(context: CliContext): (line: LogLine) => string[] {
  const { t, terminal } = context;
  // A message that came before was explained where it came first: fifty equal lines need one explanation.
  const firstNumbers = new Map<string, number>();
  return (line) => {
    const printed = `${terminal.colors.dim(String(line.number).padStart(4))}  ${line.text}`;
    const kind = messageKind(line);
    if (kind === null) return [printed];
    const first = firstNumbers.get(kind);
    if (first !== undefined)
      return [printed, terminal.colors.dim(`      ↳ ${t("cli:log.as-line", { number: first })}`)];
    firstNumbers.set(kind, line.number);
    return [printed, ...meaningLines(line, context).map((text) => terminal.colors.cyan(`      ↳ ${text}`))];
  };
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

/** The verdict for people: what happened, where it stands and since when, what happens next, what to do. */
export function verdictLines(verdict: LogVerdict, context: CliContext): string[] {
  const { t, terminal } = context;
  const texts = verdictTexts(verdict, context);
  const labelled = (name: string, text: string) => `  ${t("cli:label", { name: t(`cli:log.${name}`), text })}`;
  return [
    terminal.colors.bold(t("cli:label", { name: t("cli:log.verdict"), text: texts.headline })),
    `  ${texts.explanation}`,
    ...verdict.facts.map(({ code, args }) => `  ${t(`messages:fact.${code}`, args)}`),
    labelled("state", texts.phase),
    ...(texts.since === null ? [] : [`  ${texts.since}`]),
    labelled("outlook", texts.outlook),
    labelled("remedy", texts.remedy),
  ];
}

/** The words of a verdict. */
export function verdictTexts(verdict: LogVerdict, { t }: CliContext) {
  const keys = verdictTextKeys(verdict);
  return {
    headline: t(keys.headline),
    explanation: t(keys.explanation),
    phase: t(keys.phase),
    since: verdict.since === null ? null : sinceText(verdict.since, t),
    outlook: t(keys.outlook, verdict.outlook.args),
    remedy: t(keys.remedy),
  };
}

function sinceText({ line, timestamp }: Turn, t: CliContext["t"]): string {
  return timestamp === null ? t("messages:since.line", { line }) : t("messages:since.time", { line, timestamp });
}
