import { randomBytes } from "node:crypto";
import { closeSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { snapshotOf } from "../../../shared/capture/snapshot-of.ts";
import type { OperatingSystem } from "../../../shared/snapshot/snapshot.ts";
import { createObserver } from "../../observe/observer.ts";
import type { Host } from "../host.ts";
import { Refusal } from "../refusal.ts";
import { journalFolder } from "./journal-folder.ts";
import { takeLock } from "./lock.ts";
import { runTool } from "./run-tool.ts";
import { openStateDirectory, STATE_DIRECTORIES } from "./state-directory.ts";
import { systemFiles } from "./system-files.ts";

/** The real machine. `stateDirectory` null means the system's own. Throws Refusal `unsupported_os`. */
export async function createNodeHost(stateDirectory: string | null): Promise<Host> {
  const os = operatingSystem();
  const directory = stateDirectory ?? STATE_DIRECTORIES[os];
  let lock: number | null = null;
  return {
    os,
    boot: await bootId(os),
    now: () => Date.now(),
    newTransactionId: () => randomBytes(16).toString("hex"),
    observe: async () => snapshotOf(await createObserver().capture()).snapshot,
    run: (command) => runTool(command, lock),
    nudge,
    async lock() {
      const held = await takeLock(join(openStateDirectory(directory), "lock"), os);
      lock = held;
      return () => {
        lock = null;
        closeSync(held);
      };
    },
    files: systemFiles,
    journal: journalFolder(directory),
  };
}

function operatingSystem(): OperatingSystem {
  if (process.platform === "linux" || process.platform === "darwin") return process.platform;
  throw new Refusal("unsupported_os");
}

// An id that changes with every start of the kernel, so that nothing of an earlier boot is ever undone.
async function bootId(os: OperatingSystem): Promise<string> {
  if (os === "linux") return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  const { status, output } = await runTool(["/usr/sbin/sysctl", "-n", "kern.bootsessionuuid"], null);
  if (status !== 0) throw new Refusal("tool_failed");
  return output.trim().toLowerCase();
}

function nudge(pid: number): void {
  try {
    process.kill(pid, "SIGUSR2");
  } catch {
    // It ended since it was looked at.
    throw new Refusal("conflict");
  }
}
