import { describe, expect, it } from "vitest";
import { readArguments } from "../../../../scripts/bench/arguments.mjs";

describe("npm run bench's arguments", () => {
  it("mean all benches with up to a million rows when there are none", () => {
    const { chosen, upTo } = readArguments([]);
    expect(chosen.map(({ name }) => name)).toContain("core");
    expect(upTo).toBe(1_000_000);
  });

  it("choose benches and how large their tables grow", () => {
    expect(readArguments(["--up-to", "10000", "core"])).toMatchObject({ chosen: [{ name: "core" }], upTo: 10_000 });
  });

  it.each([
    [["cor"], 'There is no bench "cor"; there are core'],
    [["core", "--up-to", "many"], "--up-to takes a number of rows, such as 100000."],
    [["core", "--up-to"], "--up-to takes a number of rows, such as 100000."],
  ])("%j end in a sentence and exit code 2", (args, sentence) => {
    expect(() => readArguments(args)).toThrow(expect.objectContaining({ exitCode: 2 }));
    expect(() => readArguments(args)).toThrow(sentence);
  });
});
