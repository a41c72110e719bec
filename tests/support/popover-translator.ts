import type { Language } from "../../shared/contract/settings.ts";
import { DESKTOP_TEXTS } from "../../shared/locales/desktop-texts.ts";
import { createTranslator } from "../../shared/locales/i18n.ts";
import type { Texts, Translate } from "../../shared/locales/i18n.ts";
import { LATE_TEXTS } from "../../shared/locales/late-texts.ts";

const all = (language: Language): Texts[Language] => ({
  ...DESKTOP_TEXTS[language],
  messages: LATE_TEXTS.messages[language],
  glossary: LATE_TEXTS.glossary[language],
});
const TEXTS: Texts = { en: all("en"), "zh-CN": all("zh-CN") };

/** All texts of the popover in one language, those that it asks for later included. Throws for a text that does not exist. */
export function popoverTranslator(language: Language): Translate {
  return createTranslator(language, TEXTS, (key) => {
    throw new Error(`there is no text ${key} in ${language}`);
  });
}
