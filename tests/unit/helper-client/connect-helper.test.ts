import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { connectHelper } from "../../../electron/helper-client/connect-helper.ts";
import { helperCommand } from "../../../electron/helper-client/helper-command.ts";
import { HelperFailure } from "../../../electron/helper-client/helper-failure.ts";
import { locateHelper } from "../../../electron/helper-client/locate-helper.ts";
import { mismatchOf } from "../../../electron/helper-client/mismatch.ts";
import type { HelloAnswer } from "../../../shared/contract/helper-protocol.ts";
import { answerLine, errorLine } from "../../../shared/contract/helper-wire.ts";

const HELLO: HelloAnswer = {
  helper: __VERSION__,
  protocol: [1, 1],
  ruleset: __RULESET__,
  os: "linux",
  boot: "boot-1",
  mode: "child",
  uid: 0,
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "holdfast-client-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A program in the helper's place that answers each line with the next of these. */
function standIn(...lines: readonly string[]): string {
  const path = join(folder, "helper.cjs");
  const program = `const lines = ${JSON.stringify(lines)};
    require("node:readline").createInterface({ input: process.stdin })
      .on("line", () => { const line = lines.shift(); if (line === undefined) process.exit(7); console.log(line); })
      .on("close", () => process.exit(0));`;
  writeFileSync(path, program);
  return path;
}

const connectTo = (...lines: readonly string[]) =>
  connectHelper({ mode: "child", node: process.execPath, helper: standIn(...lines), retry: ["holdfast", "clean"] });

async function failure(work: Promise<unknown>): Promise<Pick<HelperFailure, "code" | "args">> {
  try {
    await work;
  } catch (error) {
    if (error instanceof HelperFailure) return { code: error.code, args: error.args };
    throw error;
  }
  throw new Error("it worked");
}

describe("connecting to the helper", () => {
  it("greets it and asks one question after the other", async () => {
    const status = { undoable: null, remaining: { minute: 6, hour: 30 } };
    const connection = await connectTo(
      answerLine<"hello">(0, HELLO),
      answerLine<"status">(1, status),
      answerLine<"journal">(2, { transactions: [] }),
    );
    expect(connection.hello).toEqual(HELLO);
    expect(connection.mismatch).toBeNull();
    expect(await Promise.all([connection.status(), connection.journal(5)])).toEqual([status, { transactions: [] }]);
    await connection.close();
    await connection.close();
  });

  it("says what to type when the helper has no rights", async () => {
    expect(await failure(connectTo(errorLine(-1, "denied")))).toEqual({
      code: "needs-rights",
      args: { command: "sudo holdfast clean" },
    });
  });

  it("says when the helper ends, or talks of something else", async () => {
    expect(await failure(connectTo())).toEqual({ code: "helper-ended", args: { status: 7 } });
    expect((await failure(connectTo("Segmentation fault"))).code).toBe("helper-garbled");
    expect((await failure(connectTo(answerLine<"hello">(9, HELLO)))).code).toBe("helper-garbled");
  });

  it("says when both share no version of the protocol", async () => {
    expect((await failure(connectTo(answerLine<"hello">(0, { ...HELLO, protocol: [2, 3] })))).code).toBe(
      "helper-newer",
    );
    expect((await failure(connectTo(answerLine<"hello">(0, { ...HELLO, protocol: [0, 0] })))).code).toBe(
      "helper-older",
    );
  });

  it("shows the plan of a helper that judges by other rules, but does not let it repair", async () => {
    const plan = { digest: "a".repeat(64), entries: [], skipped: [] };
    const other = { ...HELLO, ruleset: "0".repeat(64) };
    const connection = await connectTo(answerLine<"hello">(0, other), answerLine<"plan">(1, plan));
    expect(await connection.plan()).toEqual(plan);
    expect((await failure(connection.apply(plan.digest))).code).toBe("helper-older");
    await connection.close();
  });

  it("passes on the helper's own refusal by its code", async () => {
    const connection = await connectTo(answerLine<"hello">(0, HELLO), errorLine(1, "plan_changed"));
    expect((await failure(connection.apply("a".repeat(64)))).code).toBe("plan-changed");
    await connection.close();
  });

  it("does not wait for a Node that is not there", async () => {
    const missing = { mode: "child", node: join(folder, "node"), helper: standIn() } as const;
    expect((await failure(connectHelper(missing))).code).toBe("helper-ended");
  });

  it("needs a bundle and says where it looked", async () => {
    const helper = join(folder, "missing.cjs");
    expect((await failure(connectHelper({ mode: "child", node: process.execPath, helper }))).code).toBe("helper-ended");
    expect(() => locateHelper(pathToFileURL(join(folder, "out/main/main.js")).href)).toThrow("helper-missing");
  });
});

describe("the place of the helper", () => {
  it("is beside the bundle that runs, in a build and in a packaged app", () => {
    for (const place of ["out/helper", "helper"]) {
      const root = mkdtempSync(join(folder, "app-"));
      mkdirSync(join(root, place), { recursive: true });
      const helper = join(root, place, "helper.cjs");
      writeFileSync(helper, "");
      expect(locateHelper(pathToFileURL(join(root, "out/main/main.js")).href)).toBe(helper);
    }
  });

  it("is never inside the archive, which plain Node cannot read", () => {
    const archived = join(folder, "app.asar/out/helper");
    mkdirSync(archived, { recursive: true });
    mkdirSync(join(folder, "helper"));
    for (const path of [archived, join(folder, "helper")]) writeFileSync(join(path, "helper.cjs"), "");
    const bundle = pathToFileURL(join(folder, "app.asar/out/main/main.js")).href;
    expect(locateHelper(bundle)).toBe(join(folder, "helper/helper.cjs"));
  });
});

describe("the command that starts the helper", () => {
  const options = { node: "/usr/bin/node", helper: "/opt/holdfast/helper.cjs", stateDirectory: "/run/x" } as const;

  it("names every program by its absolute path and gives sudo and pkexec nothing but --once", () => {
    expect(helperCommand("sudo", options)).toEqual(
      expect.arrayContaining(["/usr/bin/sudo", "-n", "--", "/usr/bin/node", "/opt/holdfast/helper.cjs", "--once"]),
    );
    expect(helperCommand("pkexec", options)[0]).toBe("/usr/bin/pkexec");
    for (const mode of ["sudo", "pkexec"] as const) {
      expect(helperCommand(mode, options).at(-1)).toBe("--once");
    }
  });

  it("names the journal's folder only for a child", () => {
    expect(helperCommand("child", options).slice(-2)).toEqual(["--child", "--state-directory=/run/x"]);
    const { stateDirectory: _named, ...unnamed } = options;
    vi.stubEnv("HOLDFAST_STATE_DIRECTORY", "/run/y");
    expect(helperCommand("child", unnamed).at(-1)).toBe("--state-directory=/run/y");
    expect(helperCommand("sudo", unnamed).at(-1)).toBe("--once");
    vi.unstubAllEnvs();
    expect(helperCommand("child", unnamed).at(-1)).toBe("--child");
  });
});

describe("a mismatch", () => {
  it("is told from the versions, and an unknown order counts as older", () => {
    const own = { version: "1.9.0", ruleset: "a".repeat(64) };
    const of = (helper: string, ruleset: string) => mismatchOf({ ...HELLO, helper, ruleset }, own);
    expect(of("1.9.0", own.ruleset)).toBeNull();
    expect(of("1.10.0", "b".repeat(64))).toBe("helper-newer");
    expect(of("1.8.0", "b".repeat(64))).toBe("helper-older");
    expect(of("1.9.0", "b".repeat(64))).toBe("helper-older");
  });
});
