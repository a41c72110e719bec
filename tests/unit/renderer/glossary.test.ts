import { describe, expect, it } from "vitest";
import { matchingTerms } from "../../../renderer/features/glossary/matching-terms.ts";
import { allTermNames } from "../../../renderer/text/term-names.ts";
import { LATE_TEXTS } from "../../../shared/locales/late-texts.ts";
import { glossaryTerms } from "../../../shared/explain/glossary.ts";

const names = allTermNames(LATE_TEXTS.glossary);
const search = (word: string) => matchingTerms(word, names);

describe("a search in the glossary", () => {
  it.each([
    ["utun6", "utun"],
    ["路由套接字", "routing-socket"],
    ["Routing Socket", "routing-socket"],
    ["0/1", "full-tunnel"],
  ])("%s brings up %s first", (word, term) => {
    expect(search(word)[0]).toBe(term);
  });

  it("brings up every term with the word in a name", () => {
    expect(search("tunnel")).toEqual(expect.arrayContaining(["tunnel", "split-tunnel", "full-tunnel"]));
  });

  it("for nothing brings up all, for nonsense none", () => {
    expect(search(" ")).toEqual(glossaryTerms);
    expect(search("qqqq")).toEqual([]);
  });
});
