import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HelperSetupReport } from "../../../shared/contract/helper-setup-report.ts";
import { ALLOWED, openHelperMachine } from "./helper-machine.ts";
import type { HelperMachine } from "./helper-machine.ts";

let machine: HelperMachine;
beforeAll(async () => {
  machine = await openHelperMachine();
});
afterAll(() => machine.close());

/** Runs it with --json as a user; gives its exit code, the document on its one line, and what it says to people. */
async function reportOf(uid: number, ...words: readonly string[]) {
  const { code, stdout, stderr } = await machine.holdfast(uid, "helper", ...words, "--json");
  expect(stdout).toMatch(/^[^\n]+\n$/);
  return { code, report: v.parse(HelperSetupReport, JSON.parse(stdout)), said: stderr };
}

const failure = (code: string, args: object) => ({ schema: 1, ok: false, failure: { code, args } });

describe("holdfast helper install --json", () => {
  it("says in a document how the helper will be reached, and nothing to people", async () => {
    const report = { schema: 1, ok: true, way: "sockets" };
    expect(await reportOf(0, "install", "--user", "alice")).toEqual({ code: 0, report, said: "" });
  });

  it("says in a document why it failed, with the usual exit code and sentence", async () => {
    const unknown = await reportOf(0, "install", "--user", "nobody-of-this-name");
    expect(unknown).toEqual({
      code: 2,
      report: failure("unknown-user", { user: "nobody-of-this-name" }),
      said: "There is no user nobody-of-this-name who could use the helper.\n",
    });
  });

  it("is for whom it is already where nobody is named, and for nobody where there is none", async () => {
    const again = await reportOf(0, "install");
    expect(again).toMatchObject({ code: 0, report: { ok: true } });
    const { user } = JSON.parse((await machine.holdfast(0, "helper", "status", "--json")).stdout);
    expect(user).toBe(ALLOWED);
    expect(await reportOf(0, "uninstall")).toMatchObject({ code: 0 });
    expect(await reportOf(0, "install")).toMatchObject({ code: 2, report: failure("no-user", {}) });
  });

  it("says in a document that there is nothing to install beside it", async () => {
    await machine.run(["/usr/bin/mkdir", "/tmp/alone"]);
    await machine.run(["/usr/bin/cp", "/project/out/cli/holdfast.js", "/tmp/alone/holdfast.mjs"]);
    const words = ["/usr/bin/node", "/tmp/alone/holdfast.mjs", "helper", "install", "--user", "alice", "--json"];
    const { code, stdout } = await machine.runAs(0, words);
    expect({ code, report: v.parse(HelperSetupReport, JSON.parse(stdout)) }).toMatchObject({
      code: 3,
      report: failure("helper-missing", { path: "/tmp/helper/helper.cjs" }),
    });
  });
});

describe("holdfast helper uninstall --json", () => {
  it("says in a document that it is gone", async () => {
    expect(await reportOf(0, "uninstall")).toEqual({ code: 0, report: { schema: 1, ok: true, way: null }, said: "" });
  });
});

describe("both with --json", () => {
  it.each(["install", "uninstall"])("name to %s, for who is not root, the command that has the rights", async (act) => {
    const { code, report, said } = await reportOf(ALLOWED, act);
    const command = expect.stringMatching(new RegExp(`^sudo /.* helper ${act} --json$`));
    expect({ code, report }).toEqual({ code: 3, report: failure("needs-root", { command }) });
    expect(said).toContain("Only an administrator can do that. Run: sudo ");
  });
});
