import enMessages from "../../../shared/locales/en/messages.json" with { type: "json" };
import zhMessages from "../../../shared/locales/zh-CN/messages.json" with { type: "json" };
import type { Texts } from "../../../shared/locales/i18n.ts";

/** The words of the log explainer. Large, so they are loaded when the view is opened first. */
export const LOG_TEXTS: Texts = { en: { messages: enMessages }, "zh-CN": { messages: zhMessages } };
