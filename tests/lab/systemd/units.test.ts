import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unitFiles } from "../../../shared/helper-setup/linux-files.ts";
import { mustRun, runProgram } from "../room/run-program.ts";
import { openHelperMachine } from "./helper-machine.ts";

const ANALYZE = "/usr/bin/systemd-analyze";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "holdfast-units-"));
  for (const { path, content } of unitFiles()) writeFileSync(join(folder, basename(path)), content);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** systemd's measure of what a service could do to the system: 0 nothing, 10 everything. */
async function exposureOf(unit: string): Promise<number> {
  const words = [ANALYZE, "security", "--offline=true", "--no-pager", join(folder, unit)];
  const { stdout } = await runProgram(words);
  const score = /Overall exposure level for \S+: (\d+\.\d)/.exec(stdout)?.[1];
  if (score === undefined) throw new Error(`no measure in: ${stdout.slice(-300)}`);
  return Number(score);
}

describe("T-Y1: the units", () => {
  it("leave the helper for routes hardly anything, and the one that signals root's client not much", async () => {
    expect(await exposureOf("holdfast-helper@.service")).toBeLessThanOrEqual(1.5);
    // The gate of 1.5 is not reached by the second: root's user id and CAP_SYS_PTRACE count 0.5.
    expect(await exposureOf("holdfast-keep-alive@.service")).toBeLessThanOrEqual(1.8);
  });

  it("are understood in every line", async () => {
    const machine = await openHelperMachine();
    try {
      await machine.install();
      const paths = unitFiles().map(({ path }) => path);
      expect(await mustRun([...machine.enter(), ANALYZE, "verify", "--man=no", ...paths])).toBe("");
      const { stderr } = await runProgram([...machine.enter(), ANALYZE, "verify", "--man=no", ...paths]);
      expect(stderr.split("\n").filter((line) => line.includes("holdfast"))).toEqual([]);
    } finally {
      await machine.close();
    }
  });
});
