import { describe, expect, it } from "vitest";
import { languages, localeTexts, namespacesOf } from "../../support/locale-texts.ts";

/** Stands for what a text takes in: an argument or another text. */
const INSERTED = "◇";

/** A text with its arguments and references taken out, so that only its own marks are left. */
const bare = (text: string): string => text.replaceAll(/\{\{[^}]*\}\}|\$t\([^)]*\)/g, INSERTED);

/** All texts of a language that a pattern of faults fits, with their keys. */
const faulty = (language: string, fault: RegExp): string[] =>
  namespacesOf(language).flatMap((namespace) =>
    [...localeTexts(language, namespace)]
      .filter(([, text]) => fault.test(bare(text)))
      .map(([key, text]) => `${namespace}:${key} ${text}`),
  );

/** What is to be so, what it looks like when it is not, and texts in which it is not. */
type Rule = readonly [rule: string, fault: RegExp, wrong: readonly string[]];

const BOTH: readonly Rule[] = [
  ["no two blanks in a row", / {2}/, ["This  way"]],
  ["no blank of another kind", /[\u00A0\u2000-\u200B\u202F\u3000]/, ["3\u00A0s", "连接　VPN"]],
  ["no blank within parentheses", /[(（] | [)）]/, ["One ( of many)", "One (of many )"]],
  ["… as the ellipsis", /\.\.\.|……|。。/, ["Looking...", "正在查看……", "正在查看。。。"]],
  [
    "“ ” as the quotation marks, always in pairs",
    /["«»「」『』‘]|“[^”]*(?:“|$)|(?:^|”)[^“]*”/,
    ['Run "it"', "Run ‘it’", "运行「它」", "Run “it", "Run it”", "Run “it” or that”", "Run “it or “that”"],
  ],
  // What tools print is quoted as they print it, so the texts have the same sign.
  ["the apostrophe of the keyboard, behind letters only", /’|(?<![A-Za-z◇])'/, ["VPN’s", "Run 'it"]],
];

const CHINESE: readonly Rule[] = [
  // An argument stands in a Chinese sentence, too.
  ["full-width marks", /[\p{sc=Han}◇”）][,;:!?]|[,;:!?][\p{sc=Han}◇“（]/u, ["原因:{{detail}}", "先看, 再修"]],
  ["full-width parentheses", /[()]/, ["失败(没有路由）", "失败（{{detail}})"]],
  ["the Chinese full stop", /[\p{sc=Han}”）]\.(?:\s|$)/u, ["没有路由."]],
  [
    "a blank between Chinese and Latin letters or digits",
    /\p{sc=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{sc=Han}/u,
    ["运行VPN 时", "共 2条"],
  ],
  ["no blank between Chinese characters", /\p{sc=Han} +\p{sc=Han}/u, ["没有 路由"]],
  [
    "no blank beside full-width marks",
    / [，。、；：？！“”（）]|[，。、；：？！“”（）] /,
    ["连接 ，正常", "连接， VPN"],
  ],
  ["no mark twice", /[，。、；：？！]{2}/, ["为什么？？"]],
];

const ENGLISH: readonly Rule[] = [
  // Addresses such as ::1 begin with what looks like a mark.
  ["no blank before a mark", / (?:[,;!?]|[.:](?![.:\w]))/, ["One , two", "One : two", "One ."]],
  [
    "a blank behind a mark",
    /[A-Za-z◇][,;!?][A-Za-z◇]|[a-z]\.[A-Z]/,
    ["One,two", "{{one}},{{two}}", "It works.See there."],
  ],
  ["no full-width marks", /[\u3000-\u303F\uFF00-\uFFEF]/, ["One，two"]],
  ["no mark twice", /[,;!?]{2}|\.\./, ["Why??", "It works.."]],
];

const RULES: readonly (readonly [language: string, rules: readonly Rule[]])[] = [
  ["en", [...BOTH, ...ENGLISH]],
  ["zh-CN", [...BOTH, ...CHINESE]],
];

it("every language has rules for its signs", () => {
  expect(RULES.map(([language]) => language).toSorted()).toEqual(languages.toSorted());
});

describe.each(RULES)("the texts in %s have", (language, rules) => {
  it.each(rules)("%s", (_, fault, wrong) => {
    expect(faulty(language, fault)).toEqual([]);
    expect(wrong.filter((text) => !fault.test(bare(text)))).toEqual([]);
  });
});
