import { describe, expect, it } from "vitest";
import { readArguments } from "../../../../scripts/test/arguments.mjs";

const namesFor = (...args: string[]) => readArguments(args).chosen.map(({ name }) => name);

describe("npm test's arguments", () => {
  it("mean all tiers when there are none, the cheap ones first", () => {
    expect(namesFor()).toEqual(["unit", "captures", "property", "darwin", "macos", "lab", "e2e", "package"]);
  });

  it("choose tiers, which keep their order", () => {
    expect(namesFor("lab", "unit")).toEqual(["unit", "lab"]);
  });

  it("mean the tiers alone that generate their cases when these shall run long", () => {
    const chosen = [{ name: "captures" }, { name: "property" }];
    expect(readArguments(["--long"])).toMatchObject({ isLong: true, chosen });
  });

  it("have the soak for those who ask for it, and only as a long one", () => {
    expect(namesFor("--long", "survive")).toEqual(["survive"]);
    expect(() => readArguments(["survive"])).toThrow('There is no tier "survive"');
  });

  it("end in a sentence and exit code 2 when a tier is unknown", () => {
    expect(() => readArguments(["unti"])).toThrow(expect.objectContaining({ exitCode: 2 }));
    expect(() => readArguments(["unti"])).toThrow('There is no tier "unti"; there are unit, captures,');
  });
});
