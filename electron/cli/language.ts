import { chooseLanguage } from "../../shared/contract/settings.ts";
import type { Language } from "../../shared/contract/settings.ts";

/** The language to speak: the one asked for, else that of the environment (LC_ALL, LC_MESSAGES, LANG), else of the system. */
export function cliLanguage(asked: Language | undefined, environment: NodeJS.ProcessEnv): Language {
  if (asked !== undefined) return asked;
  const set = environment["LC_ALL"] ?? environment["LC_MESSAGES"] ?? environment["LANG"];
  const tag = set === undefined || set === "" ? new Intl.DateTimeFormat().resolvedOptions().locale : set;
  return chooseLanguage("system", [tag.replace(/[.@].*$/, "").replace("_", "-")]);
}
