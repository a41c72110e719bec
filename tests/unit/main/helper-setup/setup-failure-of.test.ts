import { describe, expect, it } from "vitest";
import { setupFailureOf } from "../../../../electron/main/helper-setup/setup-failure-of.ts";

const COMMAND = "sudo npx holdfast helper install";
const OK = '{"schema":1,"ok":true,"way":"sockets"}\n';
const FAILED = '{"schema":1,"ok":false,"failure":{"code":"place-untrusted","args":{"path":"/usr/lib"}}}\n';
const failureOf = (status: number | null, output = "", errors = "") =>
  setupFailureOf({ status, output, errors }, COMMAND);

describe("how setting up ended", () => {
  it("is what the report says", () => {
    expect(failureOf(0, OK)).toBeNull();
    expect(failureOf(0, '{"schema":1,"ok":true,"way":null}\n')).toBeNull();
    expect(failureOf(1, FAILED)).toEqual({ code: "place-untrusted", args: { path: "/usr/lib" } });
  });

  it("is a refusal when the dialogue was closed", () => {
    expect(failureOf(126, "", "Error executing command as another user: Request dismissed\n")).toEqual({
      code: "authorisation-refused",
      args: {},
    });
  });

  it("is a lack of rights, with the command that has them, when nobody could be asked or the answer was no", () => {
    expect(failureOf(127)).toEqual({ code: "needs-rights", args: { command: COMMAND } });
  });

  it.each([
    ["nothing", 1, ""],
    ["a crash", 1, "Segmentation fault"],
    ["a signal", null, ""],
    ["two reports", 0, OK + OK],
    ["a report of another form", 0, '{"schema":2,"ok":true,"way":"sockets"}'],
    ["a report with more in it", 0, '{"schema":1,"ok":true,"way":"sockets","run":"this"}'],
    ["a failure that nobody knows", 1, '{"schema":1,"ok":false,"failure":{"code":"other","args":{}}}'],
    ["a report that the exit status contradicts", 1, OK],
    ["something before a refusal", 126, "Segmentation fault"],
  ])("cannot be told from %s", (_what, status, output) => {
    expect(() => failureOf(status, output, "no such file")).toThrow(`ended with ${status}`);
    expect(() => failureOf(status, output, "no such file")).toThrow("no such file");
  });
});
