import { describe, expect, it } from "vitest";
import { HelperFailure } from "../../../electron/helper-client/helper-failure.ts";
import { restartPause } from "../../../electron/helper-client/restart-pause.ts";

describe("after the helper that keeps VPNs alive has failed", () => {
  it.each([new HelperFailure("helper-ended", { status: -1 }), new TypeError("a mistake")])(
    "a new one is started after a second, then less and less often, but every half minute (%s)",
    (error) => {
      const pauses = [0, 1, 2, 3, 4, 5, 60].map((failures) => restartPause(error, failures));
      expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    },
  );

  it("another Holdfast that keeps VPNs alive is waited for", () => {
    expect(restartPause(new HelperFailure("busy"), 0)).toBe(30_000);
  });

  it.each(["needs-rights", "authorisation-refused", "helper-older", "unsupported-os"] as const)(
    "nothing is tried again that needs a person first: %s",
    (code) => {
      expect(restartPause(new HelperFailure(code), 0)).toBeNull();
    },
  );
});
