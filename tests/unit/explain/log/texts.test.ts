import { describe, expect, it } from "vitest";
import { catalogue } from "../../../../shared/explain/log/catalogue.ts";
import { explainLog } from "../../../../shared/explain/log/explain-log.ts";
import { argumentNames } from "../../../../shared/explain/log/pattern.ts";
import { messageTextKeys, verdictTextKeys } from "../../../../shared/explain/log/text-keys.ts";
import { OUTLOOK_CODES } from "../../../../shared/explain/log/verdict/outlook.ts";
import { verdictRules } from "../../../../shared/explain/log/verdict/verdict-rules.ts";
import { createTranslator } from "../../../../shared/locales/i18n.ts";
import type { Translate } from "../../../../shared/locales/i18n.ts";
import enMessages from "../../../../shared/locales/en/messages.json" with { type: "json" };
import zhMessages from "../../../../shared/locales/zh-CN/messages.json" with { type: "json" };
import { clientLogText } from "../../../support/client-logs.ts";
import { localeTexts } from "../../../support/locale-texts.ts";

const TEXTS = { en: { messages: enMessages }, "zh-CN": { messages: zhMessages } };

const speakers = (["en", "zh-CN"] as const).map((language): [string, Translate] => [
  language,
  createTranslator(language, TEXTS, (key) => {
    throw new Error(`no text: ${key}`);
  }),
]);

describe.each(speakers)("the log's words in %s", (language, t) => {
  it("exist for every message, and are complete sentences with its arguments", () => {
    for (const { id, patterns } of catalogue) {
      const args = Object.fromEntries(patterns.flatMap(argumentNames).map((name) => [name, "7"]));
      for (const key of Object.values(messageTextKeys(id))) expect(t(key, args), key).toMatch(/^[^{}$]+[.。！）]$/u);
    }
  });

  it("exist for every verdict, every end and every fact", () => {
    const seconds = { pauseSeconds: "10", remainingSeconds: "290" };
    for (const { code, remedy } of verdictRules)
      for (const phase of ["unknown", "connecting", "up", "lost", "ended"] as const) {
        const keys = verdictTextKeys({ code, remedy, phase, outlook: { code: "unknown" } });
        for (const key of Object.values(keys)) expect(t(key)).toMatch(/^[^{}$]+$/);
      }
    for (const code of OUTLOOK_CODES) expect(t(`messages:outlook.${code}`, seconds), code).toMatch(/^[^{}$]+[.。]$/);
    for (const key of ["line", "time"])
      expect(t(`messages:since.${key}`, { line: 7, timestamp: "10:00" })).toMatch(/^[^{}$]+[.。]$/);
    for (const { code, args } of explainLog(clientLogText("macos-wifi-switch.en")).verdict.facts)
      expect(t(`messages:fact.${code}`, args)).toMatch(/^[^{}$]+$/);
    expect(t("messages:fact.reason", { reason: "Idle Timeout" })).toContain("Idle Timeout");
  });

  it("are for messages and verdicts that exist", () => {
    const { message, verdict } = TEXTS[language === "en" ? "en" : "zh-CN"].messages;
    expect(Object.keys(message).toSorted()).toEqual(catalogue.map(({ id }) => id).toSorted());
    expect(Object.keys(verdict).toSorted()).toEqual([...new Set(verdictRules.map(({ code }) => code))].toSorted());
  });

  it("name no message by its id", () => {
    const ids = catalogue.map(({ id }) => id);
    const naming = [...localeTexts(language, "messages")].filter(([, text]) =>
      ids.some((id) => text.replaceAll(/\$t\([^)]*\)/g, "").includes(id)),
    );
    expect(naming).toEqual([]);
  });

  it("keep what a log says from being taken for words of the program", () => {
    const [line] = explainLog("VPN service unavailable; reason: $t(messages:remedy.none) {{reason}}").lines;
    expect(t("messages:message.oc-service-unavailable.meaning", line?.args)).toContain("$t(messages:remedy.none)");
  });

  it("say of the packet filter that no route is touched", () => {
    const { code } = explainLog(clientLogText("macos-packet-filter-anchor")).verdict;
    expect(t(`messages:verdict.${code}.headline`)).toMatch(/no route is touched|不会改动任何路由/);
  });
});
