import { describe, expect, it } from "vitest";
import { failuresInPlaywright, failuresInVitest } from "../../../../scripts/test/failures.mjs";

describe("the failed tests of a run", () => {
  it("are named by file and title, with the first line of why", () => {
    const report = {
      testResults: [
        {
          name: "/home/me/holdfast/tests/unit/a.test.ts",
          status: "failed",
          assertionResults: [
            { status: "passed", fullName: "a thing works" },
            { status: "failed", fullName: "a thing ends", failureMessages: ["Error: it did not\n    at a.test.ts:3"] },
          ],
        },
        {
          name: "/home/me/holdfast/tests/unit/b.test.ts",
          status: "failed",
          message: "no such module",
          assertionResults: [],
        },
      ],
    };
    expect(failuresInVitest(report, "/home/me/holdfast")).toEqual([
      "tests/unit/a.test.ts › a thing ends: Error: it did not",
      "tests/unit/b.test.ts › could not be loaded: no such module",
    ]);
  });

  it("are those of Playwright that failed at least once", () => {
    const spec = (title: string, status: string, message?: string) => ({
      title,
      file: "popover.spec.ts",
      tests: [{ status, results: [{ ...(message && { error: { message } }) }] }],
    });
    const inner = { specs: [spec("shows", "unexpected", "Error: nothing shown"), spec("hides", "flaky")] };
    const report = { suites: [{ specs: [spec("opens", "expected")], suites: [inner] }] };
    expect(failuresInPlaywright(report)).toEqual([
      "popover.spec.ts › shows: Error: nothing shown",
      "popover.spec.ts › hides",
    ]);
  });
});
