import { describe, expect, it } from "vitest";
import type { Machine } from "../../../../scripts/test/can-run.mjs";
import { whyNot } from "../../../../scripts/test/can-run.mjs";
import { tiers } from "../../../../scripts/test/tiers.mjs";

const complete: Machine = {
  platform: "linux",
  isRoot: true,
  hasElectron: true,
  hasDebianRoot: true,
  missing: () => [],
};

const skippedOn = (machine: Partial<Machine>) =>
  tiers.filter((tier) => whyNot(tier, { ...complete, ...machine })).map(({ name }) => name);

describe("a tier", () => {
  it("is never skipped where all is there, but for the one that needs a Mac", () => {
    expect(skippedOn({})).toEqual(["macos"]);
  });

  it("that makes networks is skipped without root", () => {
    expect(skippedOn({ isRoot: false })).toEqual(["macos", "lab", "e2e", "package", "survive"]);
  });

  it("that shows the app is skipped without Electron", () => {
    expect(skippedOn({ hasElectron: false })).toEqual(["macos", "e2e", "package"]);
  });

  it("that installs the package is skipped where no Debian can be made to do it in", () => {
    expect(skippedOn({ hasDebianRoot: false })).toEqual(["macos", "package"]);
  });

  it("that needs Linux is skipped on a Mac", () => {
    expect(skippedOn({ platform: "darwin" })).toEqual(["lab", "e2e", "package", "survive"]);
  });

  it("that needs a Mac and root runs there", () => {
    expect(skippedOn({ platform: "darwin", isRoot: false })).toContain("macos");
  });

  it("is skipped with the names of the packages that are missing", () => {
    const lab = tiers.find(({ name }) => name === "lab");
    expect(lab && whyNot(lab, { ...complete, missing: () => ["ocserv"] })).toContain("ocserv");
  });
});
