import { spawn } from "node:child_process";
import { closeSync, constants, fstatSync, openSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import type { OperatingSystem } from "../../../shared/snapshot/snapshot.ts";
import { Refusal } from "../refusal.ts";
import { findTool } from "./find-tool.ts";
import { ownUid } from "./own-uid.ts";
import type { Places } from "./places-of.ts";

const WAIT_MILLISECONDS = 5_000;
const PAUSE_MILLISECONDS = 50;
/** Of Darwin's open(2); Node names neither. The lock is taken by opening and ends with the descriptor. */
const DARWIN_LOCK_FLAGS = 0x20 | 0x4;

const LOCKS: Record<OperatingSystem, (file: Places["lock"], wait: number) => Promise<number>> = {
  darwin: lockByOpening,
  linux: lockByFlock,
};

/**
 * Takes the lock on a file and gives the descriptor that holds it; closing it, or the end of the process in whatever
 * way, lets it go. Throws Refusal `busy` after so many milliseconds, five seconds when left out.
 */
export function takeLock(file: Places["lock"], os: OperatingSystem, milliseconds = WAIT_MILLISECONDS): Promise<number> {
  return LOCKS[os](file, milliseconds);
}

async function lockByOpening(file: Places["lock"], milliseconds: number): Promise<number> {
  const end = Date.now() + milliseconds;
  for (;;) {
    try {
      return openLockFile(file, DARWIN_LOCK_FLAGS);
    } catch (error) {
      const isHeld =
        error instanceof Error && "code" in error && (error.code === "EAGAIN" || error.code === "EWOULDBLOCK");
      if (!isHeld) throw error;
      if (Date.now() > end) throw new Refusal("busy");
      await wait(PAUSE_MILLISECONDS);
    }
  }
}

// flock(1) locks the open file behind the descriptor that it inherits; the lock stays when flock has ended.
async function lockByFlock(file: Places["lock"], milliseconds: number): Promise<number> {
  const descriptor = openLockFile(file, 0);
  try {
    const status = await flock(descriptor, milliseconds);
    if (status !== 0) throw new Refusal(status === 1 ? "busy" : "tool_failed");
    return descriptor;
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

function flock(descriptor: number, milliseconds: number): Promise<number | null> {
  const words = ["-x", "-w", String(milliseconds / 1000), "3"];
  return new Promise((settle, refuse) => {
    const child = spawn(findTool("/usr/bin/flock"), words, {
      env: {},
      cwd: "/",
      stdio: ["ignore", "ignore", "ignore", descriptor],
    });
    child.on("error", refuse);
    child.on("close", settle);
  });
}

// Who may only read the installed lock may lock it: its mode says who that is.
function openLockFile({ path, isMade }: Places["lock"], flags: number): number {
  const access = isMade ? constants.O_RDWR | constants.O_CREAT : constants.O_RDONLY;
  const descriptor = openSync(path, access | constants.O_NOFOLLOW | constants.O_NONBLOCK | flags, 0o600);
  const stats = fstatSync(descriptor);
  if (stats.isFile() && stats.uid === (isMade ? ownUid() : 0) && stats.nlink === 1) return descriptor;
  closeSync(descriptor);
  throw new Refusal("internal");
}
