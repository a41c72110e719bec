import { existsSync, readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { documents } from "../../../scripts/docs/documents.mjs";
import { inProject } from "../../../scripts/paths.mjs";

const made = documents();

describe("what npm run docs makes", () => {
  it.each(made)("$path is what the program, its catalogue and its texts say now", ({ path, text }) => {
    const committed = existsSync(inProject(path)) ? readFileSync(inProject(path), "utf8") : "";
    expect(committed, "run: npm run docs").toBe(text);
  });

  it("is all that lies in the folder of the completions", () => {
    const folder = "build/linux/completions";
    const expected = made.filter(({ path }) => path.startsWith(folder)).map(({ path }) => path);
    expect(readdirSync(inProject(folder)).map((name) => `${folder}/${name}`)).toEqual(expected.toSorted());
  });
});
