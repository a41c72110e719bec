import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ALLOWED, openHelperMachine } from "./helper-machine.ts";
import type { HelperMachine } from "./helper-machine.ts";

let machine: HelperMachine;
beforeAll(async () => {
  machine = await openHelperMachine();
});
afterAll(() => machine.close());

const lines = (text: string) => text.trimEnd().split("\n");

describe("wrong input", () => {
  it.each([
    [["helper"], 2, "Usage: holdfast helper"],
    [["helper", "instal"], 2, "instal"],
    [["helper", "install"], 2, "--user NAME"],
    [["helper", "install", "--user", "0"], 2, "root itself needs no helper"],
    [["helper", "install", "--user", "nobody-of-this-name"], 2, "no user nobody-of-this-name"],
    [["helper", "install", "--user", "-1"], 2, "-1"],
    [["helper", "install", "--user", "61999"], 2, "no user 61999"],
    [["helper", "status", "--xml"], 2, "--xml"],
    [["helper", "install", "alice"], 2, "too many arguments"],
    [["helper", "uninstall", "now"], 2, "too many arguments"],
    [["helper", "status", "now"], 2, "too many arguments"],
  ])("of root, holdfast %j ends with %i and one line", async (words, code, said) => {
    const ended = await machine.holdfast(0, ...words);
    expect(ended.code).toBe(code);
    expect(ended.stderr + ended.stdout).toContain(said);
  });

  it("of anybody else is told the command that has the rights", async () => {
    for (const word of ["install", "uninstall"]) {
      const ended = await machine.holdfast(ALLOWED, "helper", word);
      expect(ended).toMatchObject({ code: 3, stdout: "", stderr: expect.stringContaining("sudo ") });
      expect(lines(ended.stderr)).toHaveLength(1);
    }
    expect(await machine.holdfast(ALLOWED, "helper", "status")).toMatchObject({
      code: 3,
      stdout: expect.stringContaining("not installed"),
    });
  });

  it("is a folder that others can change: nothing is installed there", async () => {
    await machine.run(["/usr/bin/chmod", "775", "/usr/lib"]);
    const ended = await machine.holdfast(0, "helper", "install", "--user", "alice");
    expect(ended).toMatchObject({ code: 1, stderr: expect.stringContaining("/usr/lib can be changed by others") });
    expect(await machine.run(["/usr/bin/find", "/usr/lib", "/etc/systemd/system", "-name", "holdfast-*"])).toBe("");
  });
});
