import { describe, expect, it } from "vitest";
import * as v from "valibot";
import { chooseLanguage, DEFAULT_SETTINGS, Settings } from "../../../shared/contract/settings.ts";

describe("the language", () => {
  it.each([
    ["en", ["zh-CN"], "en"],
    ["zh-CN", ["en-US"], "zh-CN"],
    ["system", ["zh-CN", "en"], "zh-CN"],
    ["system", ["zh-Hant-TW"], "zh-CN"],
    ["system", ["ZH"], "zh-CN"],
    ["system", ["en-GB", "zh-CN"], "en"],
    ["system", ["de-DE", "zh-CN", "en"], "zh-CN"],
    ["system", ["de-DE", "fr"], "en"],
    ["system", ["zha"], "en"],
    ["system", [], "en"],
  ] as const)("chosen as %s on a system that wants %j is %s", (chosen, system, language) => {
    expect(chooseLanguage(chosen, system)).toBe(language);
  });
});

describe("the settings", () => {
  it("take the default for what an older file does not have", () => {
    expect(v.parse(Settings, {})).toEqual(DEFAULT_SETTINGS);
    expect(v.parse(Settings, { language: "en" })).toEqual({ ...DEFAULT_SETTINGS, language: "en" });
  });

  it.each([{ language: "klingon" }, { notifications: true }])("refuse %j", (file) => {
    expect(v.safeParse(Settings, file).success).toBe(false);
  });
});
