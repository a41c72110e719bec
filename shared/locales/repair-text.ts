import { repairPhrases } from "../explain/repair-label.ts";
import type { CodedText } from "../snapshot/coded-text.ts";
import type { Step } from "../repair/step.ts";
import type { Translate } from "./i18n.ts";

/** What the steps will do, as a button says it: "Delete 1 route", "Move 1 route and reconnect", "Delete 2 routes, clear DNS and remove 1 file". Empty for no steps. */
export function repairText(steps: readonly Step[], t: Translate): string {
  return repairPhrasesText(repairPhrases(steps), t);
}

/** The same for phrases that were made earlier; see {@link repairPhrases}. */
export function repairPhrasesText(phrases: readonly CodedText[], t: Translate): string {
  const [first = "", ...others] = phrases.map(({ code, args }) => t(`app:repair.phrase.${code}`, args));
  const last = others.pop();
  const list = others.reduce((left, right) => t("app:repair.join", { left, right }), first);
  const sentence = last === undefined ? list : t("app:repair.join-last", { left: list, right: last });
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}
