import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { agree, isInstalled } from "../../../../scripts/setup/installed.mjs";

const locked = {
  "": { version: "0.1.0" },
  "node_modules/vite": { version: "8.3.8" },
  "node_modules/fsevents": { version: "2.3.3", optional: true },
};

describe("what is locked and what is installed", () => {
  it("agree when all is there but an optional package for another system", () => {
    expect(agree(locked, { "node_modules/vite": { version: "8.3.8" } })).toBe(true);
  });

  it("disagree when a package is missing", () => {
    expect(agree(locked, {})).toBe(false);
  });

  it("disagree when a package has another version", () => {
    expect(agree(locked, { "node_modules/vite": { version: "8.3.7" } })).toBe(false);
  });

  it("disagree when a package is left over", () => {
    const installed = { "node_modules/vite": { version: "8.3.8" }, "node_modules/old": { version: "1.0.0" } };
    expect(agree(locked, installed)).toBe(false);
  });
});

describe("an installation", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "installed here-"));
    writeFileSync(join(folder, "package-lock.json"), JSON.stringify({ packages: locked }));
    mkdirSync(join(folder, "node_modules", "vite"), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("that was interrupted does not count, because npm had not yet written its last file", () => {
    expect(isInstalled(folder)).toBe(false);
  });

  it("that ran to its end counts", () => {
    const packages = { "node_modules/vite": { version: "8.3.8" } };
    writeFileSync(join(folder, "node_modules", ".package-lock.json"), JSON.stringify({ packages }));
    expect(isInstalled(folder)).toBe(true);
  });
});
