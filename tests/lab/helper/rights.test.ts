import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildProgram } from "./helper-bundle.ts";
import type { BuiltProgram } from "./helper-bundle.ts";

const NOBODY = 65_534;

let helper: BuiltProgram;
let client: BuiltProgram;

beforeAll(async () => {
  [helper, client] = await Promise.all([
    buildProgram("electron/helper/helper.ts"),
    buildProgram("tests/lab/helper/connect-once.ts"),
  ]);
});
afterAll(() => Promise.all([helper.remove(), client.remove()]));

function connect(mode: string, uid: number) {
  const { stdout } = spawnSync(process.execPath, [client.path, mode, helper.path], {
    uid,
    gid: uid,
    encoding: "utf8",
    env: {},
  });
  return JSON.parse(stdout);
}

describe("getting rights", () => {
  it("works by sudo for whoever needs no password, and tells the helper for whom", () => {
    expect(connect("sudo", 0)).toMatchObject({ mode: "once", uid: 0 });
  });

  it("works as a child for root", () => {
    expect(connect("child", 0)).toMatchObject({ mode: "child", uid: 0 });
  });

  it.each(["child", "sudo", "pkexec"])("by %s ends for anybody else in the line that would help", (mode) => {
    expect(connect(mode, NOBODY)).toEqual({ code: "needs-rights", args: { command: "sudo holdfast clean" } });
  });
});
