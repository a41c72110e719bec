import { describe, expect, it } from "vitest";
import { npmFailure } from "../../../../scripts/setup/npm-failure.mjs";

const log = "/somewhere/npm-ci.log";

describe("the sentence on npm's failure", () => {
  it.each([
    ["npm error code EAI_AGAIN\nnpm error request to … failed", "(EAI_AGAIN)"],
    ["npm error code ECONNREFUSED", "(ECONNREFUSED)"],
    ["npm error code ENOSPC", "the disk is full"],
    ["npm error code EACCES", "may not write"],
    ["npm error code EUSAGE\nnpm error `npm ci` can only install with …", "exit code 1"],
  ])("of %j says %j and where the details are", (output, words) => {
    const sentence = npmFailure(1, output, log);
    expect(sentence).toContain(words);
    expect(sentence).toContain(log);
    expect(sentence).not.toContain("\n");
  });

  it("says that npm itself is missing", () => {
    expect(npmFailure(127, "", log)).toMatch(/^npm was not found/);
  });
});
