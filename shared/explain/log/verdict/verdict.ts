import { codedText } from "../../../snapshot/coded-text.ts";
import type { CodedText } from "../../../snapshot/coded-text.ts";
import { outlookOf } from "./outlook.ts";
import type { Outlook } from "./outlook.ts";
import type { Evidence, Mark, Phase, Story, Turn } from "./story.ts";
import { verdictRules } from "./verdict-rules.ts";
import type { RemedyCode, VerdictCode, VerdictRule } from "./verdict-rules.ts";

/** What a log says happened, all lines taken together. */
export interface LogVerdict {
  readonly code: VerdictCode;
  /** Where the client stands at the end of the log. */
  readonly phase: Phase;
  /** Since when it stands there, null when the log does not tell. */
  readonly since: Turn | null;
  /** What happens next if nobody does anything. */
  readonly outlook: Outlook;
  /** Facts that belong to the verdict, each with words of its own: server, attempts and pauses, first sign, reason. */
  readonly facts: readonly CodedText[];
  /** The lines that it rests on, in the order of the log; of a long run of equal lines only the first and the last. */
  readonly evidence: readonly Evidence[];
  readonly remedy: RemedyCode;
}

/** The verdict on the story so far: the first rule that holds. */
export function verdictOf(story: Story): LogVerdict {
  const rule = verdictRules.find((candidate) => holds(candidate, story));
  if (rule === undefined) throw new Error("The last verdict rule must hold for every story");
  const evidence = evidenceOf(rule, story);
  const { code, remedy } = rule;
  const { phase, since } = story;
  return {
    code,
    remedy,
    phase,
    since,
    outlook: outlookOf(story, code),
    facts: factsOf(rule, story, evidence),
    evidence,
  };
}

function holds(rule: VerdictRule, story: Story): boolean {
  const { signals, errors = [], when } = rule;
  if (when !== undefined && !when(story)) return false;
  if (signals.length === 0 && errors.length === 0) return true;
  return signals.some((signal) => story.marks.has(signal)) || errors.some((error) => story.errors.has(error));
}

function evidenceOf(rule: VerdictRule, story: Story): Evidence[] {
  const marks: Mark[] = [
    ...[...rule.signals, ...(rule.support ?? [])].flatMap((signal) => story.marks.get(signal) ?? []),
    ...(rule.errors ?? []).flatMap((error) => story.errors.get(error) ?? []),
  ];
  const all = marks.flatMap((mark) => [...mark.first, ...mark.last]);
  if (rule.code === "recovered" && story.loss !== null) all.push(story.loss);
  const byLine = new Map(all.map((item) => [item.line, item]));
  return [...byLine.values()].toSorted((a, b) => a.line - b.line);
}

function factsOf(rule: VerdictRule, story: Story, evidence: readonly Evidence[]): CodedText[] {
  const facts: CodedText[] = [];
  const attempts = countOf(story, "connect-failed") + countOf(story, "reconnect-attempt-failed");
  const reason = rule.signals.map((signal) => story.marks.get(signal)?.args["reason"]).find(Boolean);
  const firstSign = evidence[0];
  if (story.server !== null) facts.push(codedText("server", { server: story.server }));
  if (attempts > 0) facts.push(codedText("attempts", { attempts, pausedSeconds: story.pausedSeconds }));
  if (reason !== undefined) facts.push(codedText("reason", { reason }));
  if (rule.support !== undefined && firstSign !== undefined)
    facts.push(codedText("first-sign", { line: firstSign.line }));
  return facts;
}

function countOf(story: Story, signal: VerdictRule["signals"][number]): number {
  return story.marks.get(signal)?.count ?? 0;
}
