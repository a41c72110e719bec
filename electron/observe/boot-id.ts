import { readFile } from "node:fs/promises";
import { commandLine } from "./command-line.ts";
import type { Tool } from "./command-line.ts";
import { runCommand } from "./run-command.ts";

const LINUX_BOOT_ID = "/proc/sys/kernel/random/boot_id";

/**
 * An id that changes with every start of the kernel, lower case; empty when the system does not tell, and then no plan
 * of this program has the digest of the helper's plan.
 */
export async function readBootId(): Promise<string> {
  if (process.platform === "linux") return (await readFile(LINUX_BOOT_ID, "utf8")).trim();
  return readDarwinBootId({ path: "/usr/sbin/sysctl" });
}

/** The same of macOS, asked by this `sysctl`. */
export async function readDarwinBootId(sysctl: Tool): Promise<string> {
  const content = await runCommand(commandLine(sysctl, ["-n", "kern.bootsessionuuid"]));
  return content.read ? content.text.trim().toLowerCase() : "";
}
