import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { holdfastProgram } from "../../../scripts/docs/documents.mjs";
import { commandsThatDo } from "../../../scripts/docs/program-description.mjs";
import { roffText } from "../../../scripts/docs/roff.mjs";
import { inProject } from "../../../scripts/paths.mjs";
import { installedProgram } from "./installed-program.ts";

const PAGE = inProject("build", "linux", "holdfast.1");
const [man, groff] = [installedProgram("man"), installedProgram("groff")];

describe("the manual page", () => {
  const text = readFileSync(PAGE, "utf8");

  it("has every command with every one of its options", () => {
    for (const { words, options } of commandsThatDo(holdfastProgram())) {
      expect(text).toContain(roffText(`holdfast ${words.join(" ")}`));
      for (const { names } of options) expect(text).toContain(roffText(names.at(-1) ?? ""));
    }
  });

  it("has only lines that an editor shows whole", () => {
    const long = text.split("\n").filter((line) => line.length > 80 && !line.startsWith("\\fB"));
    expect(long).toEqual([]);
  });

  it.skipIf(groff === null)("is formatted by groff without a warning", () => {
    expect(spawnSync(groff ?? "", ["-ww", "-man", "-z", PAGE], { encoding: "utf8" })).toMatchObject({
      status: 0,
      stderr: "",
    });
  });

  it.skipIf(man === null || process.platform !== "linux")("is shown by man, with the options as they are typed", () => {
    const env = { PATH: process.env["PATH"], MANWIDTH: "200", LC_ALL: "C.UTF-8" };
    const { stdout, stderr } = spawnSync(man ?? "", ["--warnings", "-l", PAGE], { env, encoding: "utf8" });
    expect(stderr).toBe("");
    expect(stdout.replaceAll(/.\u0008/g, "")).toContain(
      "holdfast clean [--dry-run] [--yes] [--only FINDING…]".replace("…", "..."),
    );
  });
});

describe("text in roff", () => {
  it.each([
    [".dot at the start", "\\&.dot at the start"],
    ["--dry-run", "\\-\\-dry\\-run"],
    ["it's \\n “quoted”…", "it\\(aqs \\en \\(lqquoted\\(rq\\&..."],
    ["é", "\\[u00E9]"],
  ])("%j is written %j", (text, roff) => expect(roffText(text)).toBe(roff));
});
