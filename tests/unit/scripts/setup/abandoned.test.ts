import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { removeAbandoned } from "../../../../scripts/setup/electron/abandoned.mjs";

it("removes the work folders of runs that have ended, and nothing else", () => {
  const folder = mkdtempSync(join(tmpdir(), "abandoned-"));
  for (const name of ["making-11", `making-${process.pid}`, "dist", "making-of"])
    mkdirSync(join(folder, name, "x"), { recursive: true });
  try {
    removeAbandoned(folder, (pid) => pid === process.pid);
    expect(readdirSync(folder).toSorted()).toEqual(["dist", `making-${process.pid}`, "making-of"].toSorted());
  } finally {
    rmSync(folder, { recursive: true });
  }
});
