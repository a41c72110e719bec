import { describe, expect, it } from "vitest";
import { debFailureOf, debLine, debWithPassword } from "../../../../electron/main/updates/install-deb.ts";

const PATH = "/home/alice/.cache/holdfast-updater/pending/holdfast_2.0.0_amd64.deb";

describe("the package manager", () => {
  it("is started by its path through pkexec, word by word, and may neither ask nor go back", () => {
    const words = debWithPassword("/home/alice/$(reboot) ;.deb");
    expect(words.slice(0, 5)).toEqual([
      ...["/usr/bin/pkexec", "--disable-internal-agent"],
      ...["/usr/bin/apt-get", "install", "--yes"],
    ]);
    expect(words.at(-1)).toBe("/home/alice/$(reboot) ;.deb");
    expect(words.join(" ")).not.toMatch(/downgrade|unauthenticated|\bsh\b/);
  });

  it("is named to people as a line that a shell reads as the same words", () => {
    expect(debLine(PATH)).toBe(`sudo apt-get install ${PATH}`);
    expect(debLine("/home/a b/x.deb")).toBe("sudo apt-get install '/home/a b/x.deb'");
  });

  it("that ended well has nothing to say", () => {
    expect(debFailureOf({ status: 0, output: "Setting up holdfast", errors: "" }, PATH)).toBeNull();
  });

  it.each([
    [{ status: 126, output: "", errors: "" }, { code: "authorisation-refused" }],
    [
      { status: 127, output: "", errors: "" },
      { code: "needs-rights", args: { command: debLine(PATH) } },
    ],
    [
      { status: 100, output: "Reading package lists…", errors: "W: slow\nE: Unable to lock\n" },
      { code: "install-failed", args: { detail: "E: Unable to lock", command: debLine(PATH) } },
    ],
    [{ status: null, output: "", errors: "" }, { code: "install-failed" }],
  ])("that ended with %j did not install it", (end, failure) => {
    expect(debFailureOf(end, PATH)).toMatchObject(failure);
  });
});
