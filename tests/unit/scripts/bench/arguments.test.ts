import { describe, expect, it } from "vitest";
import { readArguments } from "../../../../scripts/bench/arguments.mjs";

describe("npm run bench's arguments", () => {
  it("mean all benches with up to a million rows when there are none", () => {
    const { chosen, numbers } = readArguments([]);
    expect(chosen.map(({ name }) => name)).toContain("core");
    expect(numbers["--up-to"]).toBe(1_000_000);
  });

  it("choose benches and how large their tables grow", () => {
    const chosen = [{ name: "core" }];
    expect(readArguments(["--up-to", "10000", "core"])).toMatchObject({ chosen, numbers: { "--up-to": 10_000 } });
  });

  it("choose how often the network changes and for how long it does not", () => {
    const { chosen, numbers } = readArguments(["survive", "--idle-seconds", "60", "--switches", "5"]);
    expect(chosen.map(({ name }) => name)).toEqual(["survive"]);
    expect(numbers).toMatchObject({ "--switches": 5, "--idle-seconds": 60 });
  });

  it.each([
    [["cor"], 'There is no bench "cor"; there are core'],
    [["core", "--up-to", "many"], "--up-to takes a number of rows, such as 100000."],
    [["survive", "--switches", "0"], "--switches takes a number of changes of network, such as 5."],
    [["core", "--up-to"], "--up-to takes a number of rows, such as 100000."],
  ])("%j end in a sentence and exit code 2", (args, sentence) => {
    expect(() => readArguments(args)).toThrow(expect.objectContaining({ exitCode: 2 }));
    expect(() => readArguments(args)).toThrow(sentence);
  });
});
