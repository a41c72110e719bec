import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { takeLock } from "../../electron/helper/system/lock.ts";
import { buildProgram } from "../lab/helper/helper-bundle.ts";
import type { BuiltProgram } from "../lab/helper/helper-bundle.ts";
import { refusalOf } from "../support/helper/ask.ts";

const isMac = process.platform === "darwin";
/** Takes the lock, says so, and holds it until it is killed. */
const HOLDER = `const [program, path] = process.argv.slice(1);
require(program).takeLock({ path, isMade: true }, "darwin").then(() => process.stdout.write("held"));
setInterval(() => undefined, 1000);`;

let folder: string;
let program: BuiltProgram;

// helper-security T-M4, §5.3.
describe.skipIf(!isMac)("the lock of the journal (needs a Mac)", () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "holdfast-lock-"));
    program = await buildProgram("electron/helper/system/lock.ts");
  });
  afterAll(async () => {
    await program.remove();
    await rm(folder, { recursive: true });
  });

  it("keeps others out while it is held, and lets them in once its descriptor is closed", async () => {
    const file = { path: join(folder, "closed"), isMade: true };
    const held = await takeLock(file, "darwin", 0);
    expect(await refusalOf(takeLock(file, "darwin", 0))).toBe("busy");
    closeSync(held);
    closeSync(await takeLock(file, "darwin", 0));
  });

  it("is free at once when the process that holds it is killed", async () => {
    const file = { path: join(folder, "killed"), isMade: true };
    const words = ["--eval", HOLDER, program.path, file.path];
    const holder = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
    const ended = once(holder, "exit");
    try {
      await once(holder.stdout, "data");
      expect(await refusalOf(takeLock(file, "darwin", 0))).toBe("busy");
    } finally {
      holder.kill("SIGKILL");
    }
    expect(await ended).toEqual([null, "SIGKILL"]);
    closeSync(await takeLock(file, "darwin", 0));
  });
});
