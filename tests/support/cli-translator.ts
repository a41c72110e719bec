import type { Language } from "../../shared/contract/settings.ts";
import { CLI_TEXTS } from "../../shared/locales/cli-texts.ts";
import { createTranslator } from "../../shared/locales/i18n.ts";
import type { Translate } from "../../shared/locales/i18n.ts";

/** The command line's texts, with an error for a text that does not exist and for one with an argument left open. */
export function cliTranslator(language: Language): Translate {
  const translate = createTranslator(language, CLI_TEXTS, (key) => {
    throw new Error(`there is no text ${key} in ${language}`);
  });
  return (key, args) => {
    const text = translate(key, args);
    if (/\{\{|\$t\(/.test(text)) throw new Error(`${key} in ${language} is left open: ${text}`);
    return text;
  };
}
