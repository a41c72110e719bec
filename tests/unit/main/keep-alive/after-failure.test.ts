import { describe, expect, it } from "vitest";
import { afterFailure } from "../../../../electron/main/keep-alive/after-failure.ts";
import { codedText } from "../../../../shared/snapshot/coded-text.ts";

const ended = codedText("helper-ended", { status: -1 });

describe("after keep-alive lost its helper", () => {
  it("a new one is started after a second, then less and less often, but every half minute", () => {
    const pauses = [0, 1, 2, 3, 4, 5, 60].map((failures) => afterFailure(ended, failures, false).againIn);
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  });

  it("another that keeps VPNs alive is waited for", () => {
    expect(afterFailure(codedText("busy"), 3, false)).toEqual({ status: { state: "elsewhere" }, againIn: 30_000 });
  });

  it.each(["needs-rights", "authorisation-refused", "helper-older"])(
    "nothing is tried again that cannot work: %s",
    (code) => {
      const error = codedText(code);
      expect(afterFailure(error, 0, false)).toEqual({ status: { state: "unavailable", error }, againIn: null });
    },
  );

  it.each([ended, codedText("busy")])("no password is asked for by itself", (error) => {
    expect(afterFailure(error, 0, true).againIn).toBeNull();
  });
});
