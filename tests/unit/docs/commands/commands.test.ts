import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inProject } from "../../../../scripts/paths.mjs";
import { mentionedLines, typedLines } from "./command-lines.ts";
import { elsewhere } from "./elsewhere.ts";
import { inAShell } from "./in-a-shell.ts";
import { readByHoldfast, wordsForHoldfast } from "./read-by-holdfast.ts";
import { isForNpm, readByNpm } from "./read-by-npm.ts";

const typed = typedLines();
const isKnown = (line: string) =>
  wordsForHoldfast(line) !== null || inAShell(line) !== null || elsewhere(line) !== null || isForNpm(line);

describe("the commands in the documents", () => {
  it("are seen, and each is executed in some way", () => {
    expect(typed.length).toBeGreaterThan(30);
    expect(typed.filter(({ line }) => !isKnown(line))).toEqual([]);
  });

  const both = [...typed, ...mentionedLines()];
  const forHoldfast = both.flatMap(({ path, line }) => {
    const words = wordsForHoldfast(line);
    return words === null ? [] : [{ path, line, words }];
  });

  it.each(forHoldfast)("$path: $line is understood by the program", async ({ words }) => {
    await expect(readByHoldfast(words)).resolves.toBeUndefined();
  });

  it.each(both.filter(({ line }) => isForNpm(line) && inAShell(line) === null))(
    "$path: $line is understood by npm and by the program behind it",
    ({ line }) => expect(() => readByNpm(line)).not.toThrow(),
  );

  it.each(typed.flatMap(({ path, line }) => ({ path, line, by: elsewhere(line) })).filter(({ by }) => by !== null))(
    "$path: $line is executed by $by.file",
    ({ by }) => {
      const text = readFileSync(inProject(by?.file ?? ""), "utf8");
      for (const part of by?.shows ?? []) expect(text).toContain(part);
    },
  );

  it("name the package as it is called in this version", () => {
    const { version } = JSON.parse(readFileSync(inProject("package.json"), "utf8")) as { version: string };
    const named = typed.flatMap(({ line }) => /holdfast_(\d[^_]*)_/.exec(line)?.[1] ?? []);
    expect(new Set(named)).toEqual(new Set([version]));
  });
});

describe("in a shell", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "holdfast-documents-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  for (const { path, line } of typed) {
    const how = inAShell(line);
    if (how === null) continue;
    const needs = how.lacks === null ? "" : ` (needs ${how.lacks})`;
    it.skipIf(how.lacks !== null)(`${path}: ${line}${needs}`, () => {
      how.prepare(folder);
      const env = {
        PATH: process.env["PATH"],
        HOME: folder,
        LC_ALL: "C",
        GIT_CONFIG_COUNT: "1",
        GIT_CONFIG_KEY_0: "safe.directory",
        GIT_CONFIG_VALUE_0: "*",
      };
      const script = how.typed?.(line) ?? line;
      const { status, stdout, stderr } = spawnSync("bash", ["-c", script], { cwd: folder, env, encoding: "utf8" });
      expect(status, stderr).toBe(0);
      how.check(folder, stdout);
    });
  }
});
