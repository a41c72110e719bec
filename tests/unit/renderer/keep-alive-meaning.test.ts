import { describe, expect, it } from "vitest";
import { keepAliveMeaning } from "../../../renderer/text/keep-alive-meaning.ts";
import { inOneLine } from "../../../renderer/text/sentences.ts";
import { DEFAULT_SETTINGS } from "../../../shared/contract/settings.ts";
import { desktopTranslator } from "../../support/desktop-translator.ts";

const t = desktopTranslator("en");
const asks = { state: "asks-password" } as const;

describe("what keep-alive means", () => {
  it("tells of the password before the switch is turned, and not afterwards", () => {
    expect(keepAliveMeaning({ helper: asks, settings: DEFAULT_SETTINGS }, t)).toContain("password");
    const on = { ...DEFAULT_SETTINGS, keepAlive: true };
    expect(keepAliveMeaning({ helper: asks, settings: on }, t)).not.toContain("password");
    expect(keepAliveMeaning({ helper: { state: "installed" }, settings: DEFAULT_SETTINGS }, t)).not.toContain(
      "password",
    );
  });
});

describe("sentences in one line", () => {
  it("stand apart as the language writes them", () => {
    expect(inOneLine(["One.", "Two.", "Three."], t)).toBe("One. Two. Three.");
    expect(inOneLine(["一。", "二。"], desktopTranslator("zh-CN"))).toBe("一。二。");
    expect(inOneLine([], t)).toBe("");
  });
});
