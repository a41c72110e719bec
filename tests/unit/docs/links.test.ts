import { existsSync } from "node:fs";
import { dirname, posix } from "node:path";
import { describe, expect, it } from "vitest";
import { inProject } from "../../../scripts/paths.mjs";
import { anchorsIn, linksIn } from "./links-in.ts";
import { isStudy, markdownFiles } from "./markdown-files.ts";
import type { MarkdownFile } from "./markdown-files.ts";

/** What the documents refer to outside of the project. Nobody asks there whether it still exists: tests have no network. */
const ELSEWHERE: ReadonlySet<string> = new Set(["https://keepachangelog.com", "https://semver.org"]);

const files = markdownFiles();
const anchors = new Map(files.map(({ path, text }) => [path, anchorsIn(text)]));
const isElsewhere = (target: string) => /^[a-z][a-z0-9+.-]*:/.test(target);

function isBroken({ path }: MarkdownFile, target: string): boolean {
  const [file = "", anchor] = target.split("#", 2);
  const leadsTo = file === "" ? path : posix.join(dirname(path), decodeURI(file));
  if (leadsTo.startsWith("..") || !existsSync(inProject(leadsTo))) return true;
  return anchor !== undefined && anchors.get(leadsTo)?.has(decodeURI(anchor)) !== true;
}

describe("links in the documents", () => {
  it("are seen", () => {
    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["README.md", "docs/README.md", "docs/cli.md"]),
    );
    expect(files.flatMap(({ text }) => linksIn(text)).length).toBeGreaterThan(200);
  });

  it.each(files)("$path leads to files and headings that exist", (file) => {
    const own = linksIn(file.text).filter((target) => !isElsewhere(target));
    expect(own.filter((target) => isBroken(file, target))).toEqual([]);
  });

  it.each(files.filter((file) => !isStudy(file)))(
    "$path leads out of the project only to where is known",
    ({ text }) => {
      expect(linksIn(text).filter((target) => isElsewhere(target) && !ELSEWHERE.has(target))).toEqual([]);
    },
  );

  it.each(files.filter(isStudy))("$path leads out of the project by https alone", ({ text }) => {
    expect(linksIn(text).filter((target) => isElsewhere(target) && !/^https:\/\/[^/\s]+/.test(target))).toEqual([]);
  });

  it("reach every page of docs/ from docs/README.md, and that one from the README", () => {
    const linked = (path: string) => {
      const text = files.find((file) => file.path === path)?.text ?? "";
      return linksIn(text).map((target) => posix.join(dirname(path), target.replace(/#.*/, "")));
    };
    const pages = files
      .map(({ path }) => path)
      .filter((path) => /^docs\/[^/]+\.md$/.test(path) && path !== "docs/README.md");
    expect(pages.filter((path) => !linked("docs/README.md").includes(path))).toEqual([]);
    expect(linked("README.md")).toContain("docs/README.md");
  });
});

describe("the names of headings", () => {
  it.each([
    ["## What is kept, and where", "what-is-kept-and-where"],
    ["## The JSON of `doctor` and `diagnose`", "the-json-of-doctor-and-diagnose"],
    ["## [0.1.0](x) – 2026", "010--2026"],
    ["## 含义：一", "含义一"],
  ])("%s: %s", (heading, name) => expect([...anchorsIn(heading)]).toEqual([name]));

  it("are numbered when there are several, and not taken from code", () => {
    expect([...anchorsIn("# A\n\n```sh\n# B\n```\n\n# A\n")]).toEqual(["a", "a-1"]);
  });
});
