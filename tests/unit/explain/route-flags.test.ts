import { describe, expect, it } from "vitest";
import { darwinFlagCodes, explainRouteWords, linuxRouteWords } from "../../../shared/explain/route-flags.ts";
import { createTranslator } from "../../../shared/locales/i18n.ts";
import enFlags from "../../../shared/locales/en/flags.json" with { type: "json" };
import zhFlags from "../../../shared/locales/zh-CN/flags.json" with { type: "json" };

const TEXTS = { en: { flags: enFlags }, "zh-CN": { flags: zhFlags } };

const linuxCodes = Object.entries(linuxRouteWords).flatMap(([part, words]) =>
  words.map((word) => `linux.${part}.${word}`),
);
const codes = [...Object.values(darwinFlagCodes).map((code) => `darwin.${code}`), ...linuxCodes, "unknown"];

describe("the flags of a route", () => {
  it("on macOS are each one letter, spelled out in the order printed", () => {
    const route = { flags: [..."UGHS"], type: "unicast", protocol: null, scope: null } as const;
    expect(explainRouteWords("darwin", { ...route, flags: [...route.flags] })).toEqual([
      { word: "U", code: "darwin.up" },
      { word: "G", code: "darwin.gateway" },
      { word: "H", code: "darwin.host" },
      { word: "S", code: "darwin.static" },
    ]);
  });

  it("tell capital letters from small ones", () => {
    const flags = [..."MmCcBbIiRrGg"];
    const words = explainRouteWords("darwin", { flags, type: "unicast", protocol: null, scope: null });
    expect(words.map(({ code }) => code.replace("darwin.", ""))).toEqual([
      ...["modified", "multicast", "cloning", "protocol-cloning", "blackhole", "broadcast"],
      ...["interface-scoped", "interface-reference", "reject", "router", "gateway", "global"],
    ]);
  });

  it("on Linux are words, followed by type, protocol and scope where they are known", () => {
    const words = explainRouteWords("linux", {
      flags: ["onlink", "linkdown"],
      type: "unicast",
      protocol: "dhcp",
      scope: null,
    });
    expect(words.map(({ code }) => code)).toEqual([
      "linux.flag.onlink",
      "linux.flag.linkdown",
      "linux.type.unicast",
      "linux.protocol.dhcp",
    ]);
  });

  it("that nobody knows are said to be unknown", () => {
    const strange = { flags: ["Q", "toString"], type: "unicast", protocol: "186", scope: "253" } as const;
    const on = (os: "darwin" | "linux") =>
      explainRouteWords(os, { ...strange, flags: [...strange.flags] })
        .filter(({ code }) => code === "unknown")
        .map(({ word }) => word);
    expect(on("darwin")).toEqual(["Q", "toString"]);
    expect(on("linux")).toEqual(["Q", "toString", "186", "253"]);
  });

  it.each(["en", "zh-CN"] as const)("have a name and a sentence in %s, and there is none too many", (language) => {
    const t = createTranslator(language, TEXTS, (key) => {
      throw new Error(`no text: ${key}`);
    });
    for (const code of codes) {
      expect(t(`flags:${code}.name`, { word: "Q" }), code).toMatch(/^[^{}]+$/);
      expect(t(`flags:${code}.text`, { word: "Q" }), code).toMatch(/[.。]$/);
    }
    const { darwin, linux } = TEXTS[language].flags;
    const parts = Object.values(linux).map((words) => Object.keys(words).length);
    expect(Object.keys(darwin).length + parts.reduce((sum, count) => sum + count, 0)).toBe(codes.length - 1);
  });
});
