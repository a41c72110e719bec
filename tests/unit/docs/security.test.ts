import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { inProject } from "../../../scripts/paths.mjs";

const PAGE = inProject("docs", "security.md");
const text = readFileSync(PAGE, "utf8");
const links = [...text.matchAll(/\[([^\]]+)\]\(([^)]+)\)/g)].map(([, label = "", target = ""]) => ({
  label,
  path: join(dirname(PAGE), target),
}));

describe("docs/security.md", () => {
  it("names each of the thirty rules once, with something that tests it", () => {
    const rows = text.split("\n").filter((line) => /^\|.*\| R\d+ /.test(line));
    const rules = rows.map((row) => Number(/\| R(\d+) /.exec(row)?.[1]));
    expect(rules).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
    for (const row of rows) expect(row).toMatch(/\]\(/);
  });

  it("leads to files that exist", () => {
    expect(links.length).toBeGreaterThan(50);
    expect(links.filter(({ path }) => !existsSync(path))).toEqual([]);
  });

  it("leads by the name of a test to where that test is", () => {
    const tests = links.filter(({ label }) => /^T-[A-Z]\d+$/.test(label));
    expect(tests.filter(({ label, path }) => !readFileSync(path, "utf8").includes(label))).toEqual([]);
  });
});
