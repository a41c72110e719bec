import enGlossary from "./en/glossary.json" with { type: "json" };
import enMessages from "./en/messages.json" with { type: "json" };
import zhGlossary from "./zh-CN/glossary.json" with { type: "json" };
import zhMessages from "./zh-CN/messages.json" with { type: "json" };
import type { LateNamespace, LateTexts } from "../contract/texts.ts";

/** The texts that main keeps for the popover until it asks for them: half of all, of which most people need none today. */
export const LATE_TEXTS: Readonly<Record<LateNamespace, LateTexts>> = {
  glossary: { en: enGlossary, "zh-CN": zhGlossary },
  messages: { en: enMessages, "zh-CN": zhMessages },
};
