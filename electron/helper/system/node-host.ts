import { randomBytes } from "node:crypto";
import { closeSync, readFileSync } from "node:fs";
import { setPriority } from "node:os";
import { join } from "node:path";
import { snapshotOf } from "../../../shared/capture/snapshot-of.ts";
import type { Host } from "../host.ts";
import { Refusal } from "../refusal.ts";
import { ledgerIn } from "./ledger.ts";
import { journalFolder } from "./journal-folder.ts";
import { takeLock } from "./lock.ts";
import { runTogether } from "./run-together.ts";
import { runTool } from "./run-tool.ts";
import type { Places } from "./places-of.ts";
import { openStateDirectory } from "./state-directory.ts";
import { operatingSystem, thisMachine } from "./surroundings.ts";
import type { Surroundings } from "./surroundings.ts";

/** The real machine, with surroundings of its own where a test brings them. Throws Refusal `unsupported_os`. */
export async function createNodeHost(
  { journal: directory, lock: lockFile }: Places,
  surroundings: Surroundings = thisMachine(),
): Promise<Host> {
  const { os, observer, quickObserver, files, findTool, nudge } = surroundings;
  let lock: number | null = null;
  const boot = await bootId(surroundings);
  return {
    os,
    boot,
    now: () => Date.now(),
    newTransactionId: () => randomBytes(16).toString("hex"),
    observe: async () => snapshotOf(await observer.capture()).snapshot,
    run: (command) => runTool(command, lock, findTool),
    runTogether: (commands) => runTogether(commands, { directory, lock, find: findTool }),
    nudge,
    async lock() {
      // The lock is this machine's, whatever the helper looks at.
      openStateDirectory(directory);
      const held = await takeLock(lockFile, operatingSystem());
      lock = held;
      return () => {
        lock = null;
        closeSync(held);
      };
    },
    async lockKeepAlive() {
      const path = join(openStateDirectory(directory), "keep-alive");
      const held = await takeLock({ path, isMade: true }, operatingSystem(), 0);
      return () => closeSync(held);
    },
    letOthersGo: async () => undefined,
    hurry,
    quickObserver,
    files,
    journal: journalFolder(directory),
    ledger: ledgerIn(directory, boot),
  };
}

/** Before all ordinary programs, behind what sound and screens need. */
const PRIORITY = -10;

function hurry(): void {
  try {
    setPriority(PRIORITY);
  } catch {
    // Without the right to it everything works, only later when the machine is busy.
  }
}

// An id that changes with every start of the kernel, so that nothing of an earlier boot is ever undone.
async function bootId({ os, findTool }: Surroundings): Promise<string> {
  if (os === "linux") return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  const { status, output } = await runTool(["/usr/sbin/sysctl", "-n", "kern.bootsessionuuid"], null, findTool);
  if (status !== 0) throw new Refusal("tool_failed");
  return output.trim().toLowerCase();
}
