import { describe, expect, it } from "vitest";
import * as counts from "../../../../scripts/test/counts.mjs";

const vitestReport = {
  numPassedTests: 5,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 1,
  testResults: [
    { status: "passed", assertionResults: [{}] },
    { status: "failed", assertionResults: [{}] },
    { status: "failed", assertionResults: [] },
  ],
};

describe("counting tests", () => {
  it("takes Vitest's numbers, and a file that could not be loaded as one failure", () => {
    expect(counts.countVitest(vitestReport)).toEqual({ passed: 5, failed: 2, skipped: 3 });
  });

  it("takes Playwright's numbers; a test that passes only now and then has failed", () => {
    const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
    expect(counts.countPlaywright({ stats })).toEqual({ passed: 4, failed: 2, skipped: 2 });
  });

  it("takes a runner that ended badly without reporting a failure as one failure", () => {
    expect(counts.withCrash({ passed: 3, failed: 0, skipped: 0 }, 1).failed).toBe(1);
    expect(counts.withCrash({ passed: 3, failed: 2, skipped: 0 }, 1).failed).toBe(2);
    expect(counts.withCrash({ passed: 3, failed: 0, skipped: 0 }, 0).failed).toBe(0);
  });

  it("adds tiers up into one line", () => {
    const total = counts.add({ passed: 3, failed: 0, skipped: 1 }, { passed: 4, failed: 2, skipped: 0 });
    expect(counts.summaryOf(total)).toBe("7 passed, 2 failed");
  });

  it.each([
    [{ passed: 0, failed: 0, skipped: 0 }, "no tests ran"],
    [{ passed: 3, failed: 0, skipped: 0 }, "all 3 passed"],
    [{ passed: 3, failed: 0, skipped: 1 }, "all 3 passed (1 skipped)"],
    [{ passed: 3, failed: 1, skipped: 0 }, "1 of 4 failed"],
  ])("says %j as %j, which nobody takes for the last line", (tier, words) => {
    expect(counts.describe(tier)).toBe(words);
  });
});
