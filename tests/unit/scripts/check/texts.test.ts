import { describe, expect, it } from "vitest";
import { textBreaches } from "../../../../scripts/check/texts/judge.mjs";
import { localeTexts } from "../../../../scripts/check/texts/locale-texts.mjs";
import { readModule } from "../../../../scripts/check/texts/module-texts.mjs";

/** What the check says of the texts of the namespace `app` and of some sources by their file. */
function breaches(texts: object, sources: Record<string, string>): string[] {
  const modules = new Map(Object.entries(sources).map(([file, source]) => [file, readModule(file, source, ["app"])]));
  return textBreaches(localeTexts("app", texts), modules);
}

const missing = (key: string) => `shared/a.ts calls for ${key}, and there is no such text.`;
const unused = (key: string) => `app:${key} is a text that nothing calls for.`;
const unnamed = (key: string, pattern: string) =>
  `app:${key} is a text that only app:${pattern} can call for, but the source never names what it ends in.`;

describe("a text that is called for", () => {
  it.each([
    ["by its key", 't("app:view.log");'],
    ["by one of two keys", 't(isLog ? "app:view.log" : "app:view.log");'],
    ["in a component", 'export const Log = () => <Card title="app:view.log" />;'],
    ["with an end that is a literal", 't(`app:view.${view()}`); choose("log");'],
    ["with an end that is a member of a union", 'type View = "log"; t(`app:view.${view()}`);'],
    ["with an end that is the name of a property", "t(`app:view.${view()}`); const rank = { log: 1 };"],
    ["with a middle that is a literal", 't(`app:${part()}.log`); choose("view");'],
    ["by a template whose beginning is a constant", 'const key = `app:${part()}`; t(`${key}.log`); go("view");'],
    ["by a constant that is reported, too", 'const key = "app:view.log"; report(`${key} is shown`); t(key);'],
    ["by a function of its own for such texts", 'const say = (code: string) => t(`app:view.${code}`); say("log");'],
    ["with an item of a list", '["log"].map((name) => t(`app:view.${name}`));'],
  ])("is not complained of when it is called for %s", (_, source) => {
    expect(breaches({ view: { log: "Log" } }, { "renderer/a.tsx": source })).toEqual([]);
  });

  it("may have a wording for each plural form and for each context", () => {
    const texts = { more_zero: "", more_one: "", more_other: "", text: "", text_client: "", "text_by-itself_one": "" };
    const source = 't("app:more", { count }); t("app:text", { count, context: isOurs ? "client" : "by-itself" });';
    expect(breaches(texts, { "shared/a.ts": source })).toEqual([]);
  });

  it("may be called for by another text", () => {
    const texts = { open: "Open $t(app:name)", name: "N", end: "End $t(app:of.{{what}}, {})", of: { app: "A" } };
    expect(breaches(texts, { "shared/a.ts": 't("app:open"); t("app:end", { what: "app" });' })).toEqual([]);
  });

  it("may be a list, of which a module reads the property", () => {
    const texts = { utun: { aliases: ["utun0", "utun1"] } };
    expect(breaches(texts, { "shared/a.ts": "names.aliases.length;" })).toEqual([]);
    expect(breaches(texts, { "shared/a.ts": "" })).toEqual([unused("utun.aliases")]);
  });

  it("may have an end that is put together of words that are near", () => {
    const texts = { "broken-tunnel": "Broken" };
    const words = 'export type State = "broken"; export type Part = "tunnel";';
    const maker =
      'import type { State } from "./words.ts"; const code = () => `${state()}-${part()}`; t(`app:${code()}`);';
    expect(breaches(texts, { "shared/a.ts": maker, "shared/words.ts": words })).toEqual([]);
    expect(breaches(texts, { "shared/a.ts": maker, "shared/elsewhere.ts": words })).toEqual([
      unnamed("broken-tunnel", "*"),
    ]);
  });
});

describe("a text whose key the source spells otherwise", () => {
  it.each([
    ["in camel case, as names of properties are", "const parts = { tunnelOwners: 1 };"],
    ["with low lines, as codes of the helper are", 'const codes = ["tunnel_owners"];'],
  ])("is called for: %s", (_, source) => {
    expect(breaches({ "tunnel-owners": "" }, { "shared/a.ts": `${source} t(\`app:\${code()}\`);` })).toEqual([]);
  });
});

describe("a text that nothing calls for", () => {
  it("is found", () => {
    expect(breaches({ quit: "Quit", view: { log: "Log" } }, { "shared/a.ts": 't("app:quit");' })).toEqual([
      unused("view.log"),
    ]);
  });

  it("is not called for by a comment, by another key's beginning, or by another namespace", () => {
    const source = '// t("app:quit")\nt("app:quit.now"); t("cli:quit"); say("quit");';
    expect(breaches({ quit: "Quit" }, { "shared/a.ts": source })).toContain(unused("quit"));
  });

  it("is found where a template could call for it, but no source names the word", () => {
    expect(breaches({ view: { log: "Log" } }, { "shared/a.ts": "t(`app:view.${view()}`);" })).toEqual([
      unnamed("view.log", "view.*"),
    ]);
  });

  it("is found where all calls of a function are seen, though the word is named elsewhere", () => {
    const source = 'const say = (code: string) => t(`app:view.${code}`); say("log"); choose("list");';
    expect(breaches({ view: { log: "Log", list: "List" } }, { "shared/a.ts": source })).toEqual([unused("view.list")]);
  });

  it.each([
    ["a function that is handed on", 'const say = (code: string) => t(`app:view.${code}`); say("log"); give(say);'],
    ["an exported function", 'export function say(code: string) { t(`app:view.${code}`); } say("log");'],
    ["an exported constant", 'export const say = (code: string) => t(`app:view.${code}`); say("log");'],
    ["a name that is another one here", 'const code = "log"; const say = ({ code }: Text) => t(`app:view.${code}`);'],
    ["a loop", 'const code = "log"; for (const code of codes()) t(`app:view.${code}`);'],
  ])("is not found where %s could call for it, since a source names the word", (_, source) => {
    const texts = { view: { log: "Log", list: "List", map: "Map" } };
    expect(breaches(texts, { "shared/a.ts": `${source} choose("list");` })).toEqual([unnamed("view.map", "view.*")]);
  });

  it("is found among wordings for a context that no source names", () => {
    expect(breaches({ text: "A", text_client: "B" }, { "shared/a.ts": 't("app:text");' })).toEqual([
      unnamed("text_client", "text"),
    ]);
  });
});

describe("a text that does not exist", () => {
  it.each([
    ["by its key", 't("app:quit");', "app:quit"],
    ["by a key with a beginning that exists", 't("app:view");', "app:view"],
    ["by a key with an end that exists", 't("app:log");', "app:log"],
    ["by one of two keys", 't(isLog ? "app:view.log" : "app:view.map");', "app:view.map"],
    ["by a template that fits no text", "t(`app:page.${code()}`);", "app:page.*"],
    ["by a template with a piece behind", "t(`app:view.${code()}.title`);", "app:view.*.title"],
    ["through a function", 'const say = (code: string) => t(`app:view.${code}`); say("lgo");', "app:view.lgo"],
    ["through a constant", 'const key = "app:view"; t(`${key}.map`);', "app:view.map"],
    ["with an end that is one of two", 't(`app:view.${isLog ? "log" : "map"}`);', "app:view.map"],
    ["with an end of a stated type", 't(`app:view.${"map" as View}`);', "app:view.map"],
    ["with an end that stands in for another", 't(`app:view.${found ?? "map"}`); choose("log");', "app:view.map"],
    ["with an item of a list", '(["log", "map"] as const).map((name) => t(`app:view.${name}`));', "app:view.map"],
    [
      "with an item of a named list",
      'const all = ["map"] as const; all.map((name) => t(`app:view.${name}`));',
      "app:view.map",
    ],
    ["by a template that has nothing left to put in", "t(`app:view.log${code()}`);", "app:view.log*"],
  ])("is found when it is called for %s", (_, source, key) => {
    const all = breaches({ view: { log: "Log" } }, { "shared/a.ts": `${source} t("app:view.log");` });
    expect(all).toEqual([missing(key)]);
  });

  it("is found when another text calls for it", () => {
    expect(breaches({ open: "Open $t(app:nmae)" }, { "shared/a.ts": 't("app:open");' })).toEqual([
      "app:open calls for app:nmae, and there is no such text.",
    ]);
  });

  it("is not an address or a sentence that begins as a namespace does", () => {
    const source = 'open("app://holdfast/index.html"); log("app: it ended"); log("app:");';
    expect(breaches({}, { "shared/a.ts": source })).toEqual([]);
  });
});
