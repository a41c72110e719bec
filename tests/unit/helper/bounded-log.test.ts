import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { boundLog } from "../../../electron/helper/system/bounded-log.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "holdfast-log-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("the log of the daemon is put aside when it has grown, and is never more than two files", () => {
  const log = join(folder, "helper.log");
  boundLog(log);
  expect(readdirSync(folder)).toEqual([]);
  writeFileSync(log, "short");
  boundLog(log);
  expect(readdirSync(folder)).toEqual(["helper.log"]);
  for (const size of [1_100_000, 1_200_000]) {
    writeFileSync(log, "x".repeat(size));
    boundLog(log);
    expect(readdirSync(folder)).toEqual(["helper.log.old"]);
    expect(statSync(`${log}.old`).size).toBe(size);
  }
});
