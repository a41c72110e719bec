import { describe, expect, it } from "vitest";
import { figuresOf, figuresTable } from "../../../../scripts/test/figures.mjs";

const counted = (column: string, figures: object) => ({ meta: { figures: { column, ...figures } } });
const report = {
  testResults: [
    { assertionResults: [counted("linux, own", { captures: 1, staleRoutes: 2, staleRoutesNamed: 1 }), { meta: {} }] },
    { assertionResults: [counted("linux, own", { captures: 1 }), counted("darwin, given", { mutations: 10_000 }), {}] },
  ],
};

describe("the figures of recorded machines", () => {
  it("are added up by column from what the tests counted", () => {
    expect([...figuresOf(report)]).toEqual([
      ["darwin, given", { mutations: 10_000 }],
      ["linux, own", { captures: 2, staleRoutes: 2, staleRoutesNamed: 1 }],
    ]);
  });

  it("are none when no test counted anything", () => {
    expect(figuresOf({ testResults: [{ assertionResults: [{ meta: {} }] }] }).size).toBe(0);
  });

  it("stand in a table with a column for all; what was not counted shows as a dash", () => {
    const lines = figuresTable(figuresOf(report)).split("\n");
    expect(lines[0]).toMatch(/^recorded machines +darwin, given +linux, own +all$/);
    expect(lines).toContainEqual(expect.stringMatching(/^machines judged +– +2 +2$/));
    expect(lines).toContainEqual(
      expect.stringMatching(/^stale routes named +– +1 of 2 \(50\.0 %\) +1 of 2 \(50\.0 %\)$/),
    );
    expect(lines).toContainEqual(expect.stringMatching(/^mutated +10,000 +– +10,000$/));
  });
});
