import type { App } from "electron";
import { chooseLanguage } from "../../../shared/contract/settings.ts";
import { DESKTOP_TEXTS } from "../../../shared/locales/desktop-texts.ts";
import { createTranslator } from "../../../shared/locales/i18n.ts";
import type { Translate } from "../../../shared/locales/i18n.ts";

/** A text in the system's language, for what is said on a terminal before the settings are read. */
export function sentenceBeforeStart(
  app: Pick<App, "getPreferredSystemLanguages">,
  ...[key, args]: Parameters<Translate>
): string {
  return createTranslator(chooseLanguage("system", app.getPreferredSystemLanguages()), DESKTOP_TEXTS)(key, args);
}
