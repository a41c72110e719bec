import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { stampsIn } from "../../../../scripts/build/stamps.mjs";
import type { Stamps } from "../../../../scripts/build/stamps.mjs";

const cli = { name: "cli", entry: "electron/cli/holdfast.ts", output: "holdfast.js", format: "es" as const };

describe("a built target", () => {
  let folder: string;
  let stamps: Stamps;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "stamps-"));
    mkdirSync(join(folder, "out", "cli"), { recursive: true });
    writeFileSync(join(folder, "out", "cli", "holdfast.js"), "");
    stamps = stampsIn(join(folder, "stamps"), join(folder, "out"));
    stamps.remember(cli, "abc");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("is not built again while its sources are the same", () => {
    expect(stamps.isFresh(cli, "abc")).toBe(true);
  });

  it("is built again when its sources have changed", () => {
    expect(stamps.isFresh(cli, "abd")).toBe(false);
  });

  it("is built again when its replacement was interrupted", () => {
    stamps.forget(cli);
    expect(stamps.isFresh(cli, "abc")).toBe(false);
  });

  it("is built again when somebody has removed it", () => {
    rmSync(join(folder, "out"), { recursive: true });
    expect(stamps.isFresh(cli, "abc")).toBe(false);
  });
});
