import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { digestOf, filesUnder } from "../../../../scripts/build/sources.mjs";

describe("the digest over sources", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "sources-"));
    mkdirSync(join(folder, "shared", "b"), { recursive: true });
    writeFileSync(join(folder, "shared", "b", "two.ts"), "2");
    writeFileSync(join(folder, "shared", "a.ts"), "1");
    writeFileSync(join(folder, "elsewhere.ts"), "3");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const files = () => filesUnder(folder, ["shared", "not-there"]);
  const digest = () => digestOf(folder, files());

  it("covers all files of the named folders, sorted, and no others", () => {
    expect(files()).toEqual(["shared/a.ts", "shared/b/two.ts"]);
  });

  it("is 64 hex digits, the same again for the same sources", () => {
    expect(digest()).toMatch(/^[0-9a-f]{64}$/);
    expect(digest()).toBe(digest());
  });

  it("changes when a file changes, moves, or comes", () => {
    const digests = [digest()];
    writeFileSync(join(folder, "shared", "a.ts"), "changed");
    digests.push(digest());
    renameSync(join(folder, "shared", "a.ts"), join(folder, "shared", "c.ts"));
    digests.push(digest());
    writeFileSync(join(folder, "shared", "d.ts"), "");
    digests.push(digest());
    expect(new Set(digests).size).toBe(4);
  });

  it("changes when text moves from one file's end to the next one's beginning", () => {
    const before = digest();
    writeFileSync(join(folder, "shared", "a.ts"), "12");
    writeFileSync(join(folder, "shared", "b", "two.ts"), "");
    expect(digest()).not.toBe(before);
  });
});
