import { describe, expect, it } from "vitest";
import { Language } from "../../../shared/contract/settings.ts";
import type { KeptAliveEvent } from "../../../shared/history/timeline.ts";
import { timelineEventText } from "../../../shared/locales/timeline-text.ts";
import { desktopTranslator } from "../../support/desktop-translator.ts";

const BACK: KeptAliveEvent = {
  kind: "kept-alive",
  outcome: "back",
  silence: 210,
  phrases: [
    { code: "move-route", args: { count: 1 } },
    { code: "reconnect", args: { count: 1 } },
  ],
  byItself: false,
};

const EVERY: readonly KeptAliveEvent[] = [
  BACK,
  { ...BACK, phrases: [] },
  { ...BACK, byItself: true, phrases: [] },
  { ...BACK, outcome: "refused", silence: null },
  { ...BACK, outcome: "refused", silence: null, phrases: [] },
  { ...BACK, outcome: "gave-up", silence: null },
  { ...BACK, outcome: "gave-up", silence: null, phrases: [] },
];

describe("what the timeline says of keep-alive", () => {
  it("is what was done, and after how long the VPN was back", () => {
    expect(timelineEventText(BACK, desktopTranslator("en"))).toBe(
      "VPN kept alive: Move 1 route and reconnect. Back after 0.2 s.",
    );
    expect(timelineEventText(BACK, desktopTranslator("zh-CN"))).toBe(
      "已保持 VPN 连接：改走 1 条路由并重新连接。断开 0.2 秒后恢复。",
    );
  });

  it("is a whole sentence of its own for every way in which it ends, in both languages", () => {
    for (const t of Language.options.map(desktopTranslator)) {
      const texts = EVERY.map((event) => timelineEventText(event, t));
      expect(new Set(texts).size).toBe(EVERY.length);
      expect(texts.filter((text) => !/[.。]$/.test(text) || /\{\{|: [.,]|：[。，]/.test(text))).toEqual([]);
    }
  });
});
