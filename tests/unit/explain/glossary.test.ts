import { describe, expect, it } from "vitest";
import { findTerm, glossaryTerms } from "../../../shared/explain/glossary.ts";
import en from "../../../shared/locales/en/glossary.json" with { type: "json" };
import zh from "../../../shared/locales/zh-CN/glossary.json" with { type: "json" };

const languages = [en.term, zh.term];
const find = (query: string): string | null => findTerm(query, languages);

describe("the glossary", () => {
  it.each(languages)("has words for every term and for no other", (names) => {
    expect(Object.keys(names)).toEqual([...glossaryTerms]);
  });

  it.each([
    ["utun", "utun"],
    ["utun6", "utun"],
    ["tun0", "utun"],
    ["en0", "interface"],
    ["Routing Socket", "routing-socket"],
    ["AF_ROUTE", "routing-socket"],
    ["路由套接字", "routing-socket"],
    ["gateway pin", "gateway-pin"],
    ["网关固定路由", "gateway-pin"],
    ["on link", "on-link"],
    ["直连", "on-link"],
    ["next-hop", "next-hop"],
    ["下一跳", "next-hop"],
    ["CIDR", "prefix"],
    ["前缀(CIDR)", "prefix"],
    ["222.66.117.0/24", "prefix"],
    ["222.66.117.109/32", "host-route"],
    ["0/1", "full-tunnel"],
    ["0.0.0.0/0", "default-route"],
    ["默认路由", "default-route"],
    ["link#14", "on-link"],
    ["dead peer detection", "dpd"],
    ["cookie", "session-cookie"],
    ["会话", "session-cookie"],
    ["分流隧道", "split-tunnel"],
    ["DNS", "resolver"],
    ["ＤＮＳ", "resolver"],
    ["pfctl", "packet-filter"],
    ["orphan", "orphaned"],
    ["失效", "stale"],
  ])("finds what “%s” means", (query, term) => {
    expect(find(query)).toBe(term);
  });

  it.each(["", "  ", "weather", "utun6x", "999"])("does not guess what “%s” means", (query) => {
    expect(find(query)).toBeNull();
  });

  it("finds every term by its name and by each of its other names, which no other term shares", () => {
    for (const names of languages)
      for (const [term, { name, aliases }] of Object.entries(names))
        for (const word of [name, ...aliases]) expect(find(word), word).toBe(term);
  });

  it.each([
    ["English", en.term, /[.?]”?$/],
    ["Chinese", zh.term, /[。？]”?$/],
  ] as const)("explains each term in %s with whole sentences and an example", (_, names, end) => {
    for (const [term, { text, example }] of Object.entries(names)) {
      expect(text, term).toMatch(end);
      expect(example, term).toMatch(end);
    }
  });
});
