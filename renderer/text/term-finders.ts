import enGlossary from "../../shared/locales/en/glossary.json" with { type: "json" };
import zhGlossary from "../../shared/locales/zh-CN/glossary.json" with { type: "json" };
import type { Language } from "../../shared/contract/settings.ts";
import { termFinder } from "./terms-in.ts";
import type { TermFinder } from "./terms-in.ts";

/** The finder of each language. Loaded after the first view, because the glossary is large. */
export const TERM_FINDERS: Readonly<Record<Language, TermFinder>> = {
  en: termFinder(enGlossary.term),
  "zh-CN": termFinder(zhGlossary.term),
};
