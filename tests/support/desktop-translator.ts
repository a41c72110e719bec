import type { Language } from "../../shared/contract/settings.ts";
import { DESKTOP_TEXTS } from "../../shared/locales/desktop-texts.ts";
import { createTranslator } from "../../shared/locales/i18n.ts";
import type { Translate } from "../../shared/locales/i18n.ts";

/** The desktop's texts, with an error for a text that does not exist. */
export function desktopTranslator(language: Language): Translate {
  return createTranslator(language, DESKTOP_TEXTS, (key) => {
    throw new Error(`there is no text ${key} in ${language}`);
  });
}
