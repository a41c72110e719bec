import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { locateCli } from "../../../../electron/main/helper-setup/locate-cli.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "holdfast-cli-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Where the program is found from a bundle of the app, when it lies in this folder. */
function located(place: string, bundle = "out/main/main.js"): string | null {
  mkdirSync(join(folder, place), { recursive: true });
  writeFileSync(join(folder, place, "holdfast.js"), "");
  return locateCli(pathToFileURL(join(folder, bundle)).href);
}

describe("the command line program that belongs to the app", () => {
  it("is beside it in a build, and in the resources of a packaged app", () => {
    expect(located("out/cli")).toBe(join(folder, "out/cli/holdfast.js"));
    expect(located("cli", "app.asar/out/main/main.js")).toBe(join(folder, "cli/holdfast.js"));
  });

  it("is not there where plain Node could not read it", () => {
    expect(located("app.asar/out/cli", "app.asar/out/main/main.js")).toBeNull();
  });
});
