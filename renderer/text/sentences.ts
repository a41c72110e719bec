import type { Translate } from "../../shared/locales/i18n.ts";

/** Sentences one after the other as the language writes them: Chinese has no blank behind its full stop. */
export function inOneLine(sentences: readonly string[], text: Translate): string {
  const [first = "", ...others] = sentences;
  return others.reduce((before, next) => text("app:sentences", { before, next }), first);
}
