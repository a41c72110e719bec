import { describe, expect, it } from "vitest";
import { glossaryTerms } from "../../../shared/explain/glossary.ts";
import { holdfastOn } from "../../support/holdfast-on.ts";

const holdfast = (...words: string[]) => holdfastOn("02-seed-after-switch-clean", ...words);

describe("holdfast explain --term", () => {
  it("explains a Chinese word to an English reader, and the other way round", async () => {
    const english = await holdfast("explain", "--term", "路由套接字", "--lang", "en");
    expect(english.code).toBe(0);
    expect(english.out).toMatch(/^routing socket\n.+\nExample: /s);
    const chinese = await holdfast("explain", "--term", "routing socket", "--lang", "zh-CN");
    expect(chinese.out).toMatch(/^路由套接字\n.+\n例：?/s);
  });

  it("offers near spellings of a word that it does not know", async () => {
    const { code, out, err } = await holdfast("explain", "--term", "split tunel", "--lang", "en");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^The glossary has no entry for split tunel\. Do you mean split tunnel.*\?$/);
  });

  it("names the list of all terms for a word that is like nothing", async () => {
    const { code, err } = await holdfast("explain", "--term", "weather", "--lang", "zh-CN");
    expect(code).toBe(2);
    expect(err).toBe("词汇表里没有“weather”。holdfast explain --terms 会列出全部。");
  });
});

describe("holdfast explain --terms", () => {
  it("lists every term in one line", async () => {
    const { code, out } = await holdfast("explain", "--terms", "--lang", "en");
    expect(code).toBe(0);
    expect(out.split("\n")).toHaveLength(glossaryTerms.length);
    expect(out).toContain("utun: ");
  });

  it("gives them to a script", async () => {
    const { out } = await holdfast("explain", "--terms", "--json", "--lang", "zh-CN");
    const { schema, terms } = JSON.parse(out);
    expect(schema).toBe(1);
    expect(terms.map(({ term }: { term: string }) => term)).toEqual([...glossaryTerms]);
  });
});
