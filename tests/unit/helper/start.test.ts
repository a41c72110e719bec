import { describe, expect, it } from "vitest";
import { auditLine } from "../../../electron/helper/audit.ts";
import { callingUser } from "../../../electron/helper/caller.ts";
import { readCommandLine } from "../../../electron/helper/command-line.ts";

describe("the helper's command line", () => {
  it("is --child with or without a folder, or --once", () => {
    expect(readCommandLine(["--child"])).toEqual({ mode: "child", stateDirectory: null });
    expect(readCommandLine(["--once"])).toEqual({ mode: "once", stateDirectory: null });
    expect(readCommandLine(["--child", "--state-directory=/run/x"])).toEqual({
      mode: "child",
      stateDirectory: "/run/x",
    });
  });

  it.each([
    [[]],
    [["child"]],
    [["--once", "--once"]],
    [["--once", "--state-directory=/run/x"]],
    [["--child", "--state-directory="]],
    [["--child", "--state-directory=x"]],
    [["--child", "--state-directory=/run/../etc"]],
    [["--child", "--state-directory=/run//x"]],
    [["--child", "/run/x"]],
  ])("is nothing else: %j", (words) => {
    expect(readCommandLine(words)).toBeNull();
  });
});

describe("the calling user", () => {
  it("is the one behind pkexec or sudo, else the helper's own", () => {
    expect(callingUser({ PKEXEC_UID: "1000" }, 0)).toBe(1000);
    expect(callingUser({ SUDO_UID: "501" }, 0)).toBe(501);
    expect(callingUser({ SUDO_UID: "0" }, 0)).toBe(0);
    expect(callingUser({}, 0)).toBe(0);
  });

  it.each(["", " 1000", "1000\n", "-1", "+1", "01", "1e3", "0x0", "4294967295", "99999999999", "root"])(
    "is nobody when the variable says %j",
    (text) => {
      expect(callingUser({ SUDO_UID: text }, 0)).toBeNull();
      expect(callingUser({ PKEXEC_UID: text, SUDO_UID: "1000" }, 0)).toBeNull();
    },
  );
});

describe("a line of the audit log", () => {
  it("is one line of JSON whatever the text in it holds", () => {
    const nasty = 'wlan0\n{"forged":1}\u001b[31m\u202eabc\u2028\u2029\u0085\u200f\u2066';
    const line = auditLine({ op: "apply", uid: 0, result: "internal", detail: nasty }, "2026-01-01T00:00:00.000Z", 1);
    // oxlint-disable-next-line no-control-regex -- exactly those must not occur
    expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
    expect(JSON.parse(line)).toMatchObject({ op: "apply", detail: nasty });
  });

  it("does not grow with what it is told", () => {
    const line = auditLine({ op: "serve", uid: 0, result: "internal", detail: "x".repeat(10_000) }, "", 1);
    expect(line.length).toBeLessThan(500);
  });
});
