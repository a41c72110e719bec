import { app } from "electron";
import { chooseLanguage } from "../../../shared/contract/settings.ts";
import type { Language, Settings } from "../../../shared/contract/settings.ts";

/** The language to speak: the one that the user chose, else that of the system. */
export function languageNow({ language }: Settings): Language {
  return chooseLanguage(language, app.getPreferredSystemLanguages());
}
