import { describe, expect, it } from "vitest";
import { termFinder } from "../../../renderer/text/terms-in.ts";
import { termNames } from "../../../renderer/text/term-names.ts";
import { LATE_TEXTS } from "../../../shared/locales/late-texts.ts";

const find = termFinder({
  "default-route": { name: "default route", aliases: ["default gateway"] },
  "host-route": { name: "host route", aliases: [] },
  "next-hop": { name: "next hop", aliases: ["hop", "following hop"] },
  route: { name: "route", aliases: ["routes"] },
  mtu: { name: "MTU", aliases: [] },
});

/** The sentence with its terms in brackets. */
const marked = (sentence: string, most = 9) =>
  find(sentence, most)
    .map(({ text, term }) => (term === null ? text : `[${text}=${term}]`))
    .join("");

describe("the words of the glossary in a sentence", () => {
  it("are found whatever their case, each once, and the rest stays as it is", () => {
    expect(marked("Default route lost: no default route.")).toBe(
      "[Default route=default-route] lost: no default route.",
    );
    expect(marked("no word of it")).toBe("no word of it");
    expect(marked("")).toBe("");
  });

  it("are whole words, and the longest name wins", () => {
    expect(marked("The next hop hops to a shop.")).toBe("The [next hop=next-hop] hops to a shop.");
    expect(marked("mtu.example.edu, MTU.")).toBe("mtu.example.edu, [MTU=mtu].");
  });

  it("are no more than wanted", () => {
    expect(marked("host route, default gateway, MTU", 2)).toBe(
      "[host route=host-route], [default gateway=default-route], MTU",
    );
  });

  it("leave out what everybody knows", () => {
    expect(marked("This route is one of three routes.")).toBe("This route is one of three routes.");
  });

  it("are found in Chinese, where no blanks stand between words", () => {
    const pieces = termFinder(termNames(LATE_TEXTS.glossary["zh-CN"]))("这条默认路由的下一跳不在当前网络上。", 2);
    expect(pieces.filter(({ term }) => term !== null).map(({ text }) => text)).toEqual(["默认路由", "下一跳"]);
    expect(pieces.map(({ text }) => text).join("")).toBe("这条默认路由的下一跳不在当前网络上。");
  });
});
