import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeWorkFolder } from "../../../../scripts/processes/work-folder.mjs";

it("making a work folder removes those of runs that have ended, and nothing else", () => {
  const parent = mkdtempSync(join(tmpdir(), "work-folders-"));
  for (const name of ["work-11", "work-12", "dist", "work-of"]) mkdirSync(join(parent, name, "x"), { recursive: true });
  try {
    const own = makeWorkFolder(parent, (pid) => pid === 12);
    expect(own).toBe(join(parent, `work-${process.pid}`));
    expect(readdirSync(parent).toSorted()).toEqual(["dist", "work-12", `work-${process.pid}`, "work-of"].toSorted());
  } finally {
    rmSync(parent, { recursive: true });
  }
});
