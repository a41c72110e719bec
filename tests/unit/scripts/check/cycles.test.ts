import { describe, expect, it } from "vitest";
import { findCycles } from "../../../../scripts/check/layers/cycles.mjs";

const graph = (links: Record<string, string[]>) => new Map(Object.entries(links));

describe("circles among modules", () => {
  it("are found, and named by those on the way round", () => {
    expect(findCycles(graph({ start: ["a"], a: ["b"], b: ["c"], c: ["a"] }))).toEqual([["a", "b", "c"]]);
  });

  it("include a module that imports itself", () => {
    expect(findCycles(graph({ a: ["a"] }))).toEqual([["a"]]);
  });

  it("are not seen where two ways lead to the same module", () => {
    expect(findCycles(graph({ a: ["b", "c"], b: ["d"], c: ["d"], d: [] }))).toEqual([]);
  });
});
