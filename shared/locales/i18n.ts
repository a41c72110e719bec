import { createInstance } from "i18next";
import type { i18n } from "i18next";
import type { Language } from "../contract/settings.ts";
import type { CodedText } from "../snapshot/coded-text.ts";

/** Text for a key (`app:tray.quit`) with the arguments that it names, in one language. */
export type Translate = (key: string, args?: CodedText["args"]) => string;

/** Texts by language and namespace, one JSON file each. Every program lists those that it shows. */
export type Texts = Readonly<Record<Language, Readonly<Record<string, object>>>>;

/** What stands in the place of a text that does not exist; given the full key. Tests give one that throws. */
export type OnMissingKey = (key: string) => string;

/**
 * An i18next instance that speaks `language` and knows `texts`, ready at once. The same for the app, the command line and
 * the popover. There is no fallback language: every text exists in all of them, which a test checks.
 */
export function createI18n(language: Language, texts: Texts, onMissingKey: OnMissingKey = (key) => key): i18n {
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: false,
    resources: texts,
    ns: Object.keys(texts[language]),
    initAsync: false,
    returnNull: false,
    // React escapes by itself, terminals and menus need no escaping.
    interpolation: { escapeValue: false },
    appendNamespaceToMissingKey: true,
    parseMissingKeyHandler: onMissingKey,
  });
  return instance;
}

/** The text function of one language; see {@link createI18n}. Lists are joined as the language does where a text says `{{names, list}}`. */
export function createTranslator(language: Language, texts: Texts, onMissingKey?: OnMissingKey): Translate {
  const instance = createI18n(language, texts, onMissingKey);
  return (key, args = {}) => instance.t(key, args);
}

/** The text functions of all languages, each made when it is asked for first and then kept; see {@link createTranslator}. */
export function translatorsOf(texts: Texts): (language: Language) => Translate {
  const made = new Map<Language, Translate>();
  return (language) => {
    const t = made.get(language) ?? createTranslator(language, texts);
    made.set(language, t);
    return t;
  };
}
