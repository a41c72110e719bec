import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bundledInstaller } from "../../../../electron/main/helper-setup/open-installer.ts";
import { notedBuild, readPackageNote } from "../../../../electron/main/helper-setup/noted-build.ts";
import { macPayload } from "../../../../shared/helper-setup/mac-payload.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "holdfast-resources-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the package for macOS in the app's resources", () => {
  it("is found where it lies", () => {
    writeFileSync(join(folder, "helper.pkg"), "");
    expect(bundledInstaller("darwin", folder)).toBe(join(folder, "helper.pkg"));
  });

  it("is not there in a run from source, and nowhere else than on a Mac", () => {
    expect(bundledInstaller("darwin", folder)).toBeNull();
    writeFileSync(join(folder, "helper.pkg"), "");
    expect(bundledInstaller("linux", folder)).toBeNull();
  });
});

describe("what the package for macOS notes about the helper", () => {
  const built = { version: "1.2.3", ruleset: "a".repeat(64) };

  it("is read as it was written", () => {
    const note = macPayload({ helper: "", cli: "", ...built }).find(({ path }) => path === "installed.json");
    writeFileSync(join(folder, "installed.json"), note?.content ?? "");
    expect(readPackageNote(join(folder, "installed.json"))).toEqual(built);
  });

  it.each(["", "{}", `{"version":1,"ruleset":"a"}`, `{"version":"1","ruleset":"a","uid":0}`])(
    "is not taken for one: %j",
    (text) => {
      writeFileSync(join(folder, "installed.json"), text);
      expect(readPackageNote(join(folder, "installed.json"))).toBeNull();
    },
  );

  it("counts only while the helper can be reached", () => {
    expect(readPackageNote(join(folder, "nothing.json"))).toBeNull();
    for (const state of ["absent", "other-user"] as const) expect(notedBuild("darwin", { state })).toBeNull();
    expect(notedBuild("darwin", null)).toBeNull();
  });
});
