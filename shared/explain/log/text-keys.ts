import type { MessageId } from "./catalogue.ts";
import type { RemedyCode, VerdictCode } from "./verdict/verdict-rules.ts";
import type { OutlookCode } from "./verdict/outlook.ts";
import type { Phase } from "./verdict/story.ts";

/** i18next keys of a message's words. Each is used with the line's `args`. */
export function messageTextKeys(id: MessageId): { meaning: string; cause: string; remedy: string } {
  const message = `messages:message.${id}`;
  return { meaning: `${message}.meaning`, cause: `${message}.cause`, remedy: `${message}.remedy` };
}

/** i18next keys of a verdict's words; only the outlook has arguments. */
export function verdictTextKeys(verdict: {
  code: VerdictCode;
  remedy: RemedyCode;
  phase: Phase;
  outlook: { code: OutlookCode };
}): { headline: string; explanation: string; remedy: string; phase: string; outlook: string } {
  return {
    headline: `messages:verdict.${verdict.code}.headline`,
    explanation: `messages:verdict.${verdict.code}.explanation`,
    remedy: `messages:remedy.${verdict.remedy}`,
    phase: `messages:phase.${verdict.phase}`,
    outlook: `messages:outlook.${verdict.outlook.code}`,
  };
}
