import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withInput } from "../../../electron/helper/system/input-file.ts";
import { runProgram } from "../../../electron/helper/system/run-tool.ts";
import { runTogether } from "../../../electron/helper/system/run-together.ts";
import { refusalOf } from "../../support/helper/ask.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "holdfast-together-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const IP = "/usr/sbin/ip";
const GOOD = [IP, "-4", "route", "del", "203.0.113.1/32", "via", "198.51.100.1", "dev", "wlan0.4-a@b", "table", "main"];
/** Runs them by a program that is not there: whoever tries to run it is told so. */
const run = (...commands: readonly (readonly string[])[]) =>
  refusalOf(runTogether(commands, { directory, lock: null, find: () => "/nowhere/ip" }));

describe("commands that run together", () => {
  it("are run when every word is plain", async () => {
    expect(await run(GOOD, [...GOOD, "src", "2001:db8::1"], [IP, "-4", "route", "del", "::/0"])).toBe("tool_failed");
  });

  it.each([
    "",
    "a b",
    "a\nb",
    "a\tb",
    '"',
    "'",
    "\\",
    "a\\",
    "#",
    "a#b",
    "-x",
    "--",
    "a;b",
    "\u00e9",
    "a\u2028b",
    "a\u0000b",
  ])("are none of them run when one of their words is %j", async (word) => {
    expect(await run(GOOD, [...GOOD, word])).toBe("too_risky");
    expect(readdirSync(directory)).toEqual([]);
  });

  it.each([
    ["another program", ["/usr/bin/tc", ...GOOD.slice(1)]],
    ["another family", [IP, "-6", ...GOOD.slice(2)]],
    ["no words", [IP, "-4"]],
  ])("are none of them run when one has %s", async (_what, command) => {
    expect(await run(GOOD, command)).toBe("too_risky");
  });

  it("are none of them run where they name no family", async () => {
    expect(await run([IP, "-batch", "route", "show"])).toBe("too_risky");
  });
});

describe("the input that a program reads", () => {
  const copied = (text: string) =>
    withInput(directory, text, async (input) => {
      expect(readdirSync(directory)).toEqual([]);
      return (await runProgram("/bin/cat", ["-"], { input, lock: null })).output;
    });

  it("is whole, and has no name by then", async () => {
    const text = "route del 203.0.113.1/32\n".repeat(10_000);
    expect(await copied(text)).toBe(text);
  });

  it("is never what stood in its place, nor goes to where a link leads", async () => {
    const elsewhere = join(directory, "..", `${directory.split("/").at(-1)}.txt`);
    writeFileSync(elsewhere, "theirs");
    try {
      symlinkSync(elsewhere, join(directory, "commands"));
      expect(await copied("ours\n")).toBe("ours\n");
      writeFileSync(join(directory, "commands"), "left behind");
      expect(await copied("ours\n")).toBe("ours\n");
      expect(readFileSync(elsewhere, "utf8")).toBe("theirs");
    } finally {
      rmSync(elsewhere);
    }
    expect(existsSync(elsewhere)).toBe(false);
  });
});
