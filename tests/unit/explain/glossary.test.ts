import { describe, expect, it } from "vitest";
import { findTerm, glossaryTerms, nearTerms } from "../../../shared/explain/glossary.ts";
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
    ["metric", "metric"],
    ["跃点数", "metric"],
    ["ARP", "arp"],
    ["邻居", "neighbour"],
    ["neighbor", "neighbour"],
    ["RT_IFA", "source-address"],
    ["SIGUSR2", "signal"],
    ["vpnc-script", "vpn-script"],
    ["kill switch", "kill-switch"],
    ["断网保护", "kill-switch"],
    ["锚点", "anchor"],
    ["netns", "network-namespace"],
    ["ip rule", "policy-rule"],
    ["多播", "multicast"],
    ["wg0", "wireguard"],
    ["ipsec0", "ikev2"],
    ["tap3", "tun-tap"],
    ["lo0", "loopback"],
    ["127.0.0.53", "loopback"],
    ["169.254.8.3", "link-local"],
    ["fe80::1%en0", "link-local"],
    ["192.168.1.1", "private-address"],
    ["172.20.10.1", "private-address"],
    ["224.0.0.251", "multicast"],
    ["a2:1d:47:c0:3b:9e", "arp"],
  ])("finds what “%s” means", (query, term) => {
    expect(find(query)).toBe(term);
  });

  it.each(["", "  ", "weather", "utun6x", "999"])("does not guess what “%s” means", (query) => {
    expect(find(query)).toBeNull();
  });

  it("has at least forty terms", () => {
    expect(glossaryTerms.length).toBeGreaterThanOrEqual(40);
  });

  it.each([
    ["utunn", "utun"],
    ["split tunel", "split-tunnel"],
    ["next hopp", "next-hop"],
    ["wireguad", "wireguard"],
    ["gatway pin", "gateway-pin"],
    ["路由套接", "routing-socket"],
    ["默认路", "default-route"],
    ["DHCP 租", "dhcp-lease"],
  ])("offers what is spelled nearly like “%s”", (query, term) => {
    expect(find(query)).toBeNull();
    expect(nearTerms(query, languages)).toContain(term);
    expect(nearTerms(query, languages).length).toBeLessThanOrEqual(3);
  });

  it.each(["", "weather", "qqqqqq", "天气", "x"])("offers nothing for “%s”", (query) => {
    expect(nearTerms(query, languages)).toEqual([]);
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
