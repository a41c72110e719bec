import { describe, expect, it } from "vitest";
import { auditLine } from "../../../electron/helper/audit.ts";
import { authorise } from "../../../electron/helper/authorise.ts";
import { callingUser, peerOf } from "../../../electron/helper/caller.ts";
import { readCommandLine } from "../../../electron/helper/command-line.ts";

describe("the helper's command line", () => {
  it("is --child with or without a folder, --once, or what the service manager says", () => {
    expect(readCommandLine(["--child"])).toEqual({ mode: "child", stateDirectory: null });
    expect(readCommandLine(["--once"])).toEqual({ mode: "once" });
    const socket = ["--socket", "--door=routes", "--allow-uid=1000"];
    const read = { mode: "socket", door: "routes", allowed: 1000 };
    expect(readCommandLine(socket)).toEqual({ ...read, peer: null });
    expect(readCommandLine([...socket, "--peer=0-95-0"])).toEqual({ ...read, peer: "0-95-0" });
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
    [["--socket"]],
    [["--socket", "--door=routes"]],
    [["--socket", "--allow-uid=1000", "--door=routes"]],
    [["--socket", "--door=other", "--allow-uid=1000"]],
    [["--socket", "--door=routes", "--allow-uid="]],
    [["--socket", "--door=routes", "--allow-uid=01000"]],
    [["--socket", "--door=routes", "--allow-uid=-1"]],
    [["--socket", "--door=routes", "--allow-uid=4294967295"]],
    [["--socket", "--door=routes", "--allow-uid=1000", "0-95-0"]],
    [["--socket", "--door=routes", "--allow-uid=1000", "--peer=0-95-0", "--once"]],
    [["--socket", "--door=routes", "--allow-uid=1000\n", "--peer=0-95-0"]],
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

describe("the user at the other end of a socket", () => {
  it("is the last part of the instance's name, in each form that systemd has had", () => {
    expect(peerOf("0-95-0")).toBe(0);
    expect(peerOf("1-146-1001")).toBe(1001);
    expect(peerOf("17-4711-146-1001")).toBe(1001);
    expect(peerOf("17-4711-146_8812-1001")).toBe(1001);
  });

  it.each([
    "",
    "unknown",
    "0-unknown",
    "17-4711-unknown",
    "1-2",
    "x-0",
    "0-95-",
    "0-95-00",
    "0-95-0\n",
    "-1-0",
    "0-95--1",
    "0-95-0x0",
    "0-95-4294967295",
    "0 -95-0",
  ])("is nobody in %j", (instance) => {
    expect(peerOf(instance)).toBeNull();
  });
});

describe("who is answered", () => {
  const start = { platform: "linux", effectiveUid: 990, uid: 990, environment: { SUDO_UID: "1000" } } as const;
  const socket = { mode: "socket", door: "routes", allowed: 1000, peer: "0-95-1000" } as const;

  it("is the allowed user of a socket, and nobody else, whatever the environment says", () => {
    expect(authorise(socket, start)).toEqual({ uid: 1000, mode: "socket" });
    for (const peer of ["0-95-1001", "0-95-0", "0-unknown", "0-1000-1001", null]) {
      expect(authorise({ ...socket, peer }, start)).toBeNull();
    }
  });

  it("is told by the socket itself where the system names no peer", () => {
    const mac = { ...start, platform: "darwin", effectiveUid: 0, uid: 0 } as const;
    expect(authorise({ ...socket, door: "all", peer: null }, mac)).toEqual({ uid: 1000, mode: "socket" });
    expect(authorise({ ...socket, door: "all", peer: "0-95-0" }, mac)).toBeNull();
  });

  it("is nobody when a helper that needs root's rights has not got them", () => {
    for (const invocation of [{ mode: "once" }, { mode: "child", stateDirectory: null }] as const) {
      expect(authorise(invocation, start)).toBeNull();
      expect(authorise(invocation, { ...start, effectiveUid: 0 })?.uid).toBe(1000);
    }
  });
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
