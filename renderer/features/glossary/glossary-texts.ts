import enGlossary from "../../../shared/locales/en/glossary.json" with { type: "json" };
import zhGlossary from "../../../shared/locales/zh-CN/glossary.json" with { type: "json" };
import type { TermNames } from "../../../shared/explain/glossary.ts";
import type { Texts } from "../../../shared/locales/i18n.ts";

/** The words of the glossary, loaded when it is opened first. */
export const GLOSSARY_TEXTS: Texts = { en: { glossary: enGlossary }, "zh-CN": { glossary: zhGlossary } };

/** The names of every term in every language: whoever reads one language may look for a word of the other. */
export const TERM_NAMES: readonly TermNames[] = [enGlossary.term, zhGlossary.term];
