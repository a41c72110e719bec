import { readFileSync } from "node:fs";

/** The children of process `pid` (numbers as the machine sees them), none if it is gone. */
export function childrenOf(pid: number): number[] {
  return readProcess(pid, `task/${pid}/children`).split(" ").filter(Boolean).map(Number);
}

/** All processes below `pid`. */
export function descendantsOf(pid: number): number[] {
  return childrenOf(pid).flatMap((child) => [child, ...descendantsOf(child)]);
}

/** The name of process `pid`'s program as the kernel keeps it (15 characters), empty if the process is gone. */
export function commandOf(pid: number): string {
  return readProcess(pid, "comm").trim();
}

/** A file of /proc/`pid`, empty if the process is gone. */
export function readProcess(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch (error) {
    if (isGone(error)) return "";
    throw error;
  }
}

/** Whether `error` says that a process or file is not there any more (a process that ends while being read says ESRCH). */
export function isGone(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ESRCH");
}

/** The number that process `pid` has in its own process namespace; throws if the process is gone. */
export function innermostPid(pid: number): number {
  const inside = /^NSpid:.*\s(\d+)$/m.exec(readProcess(pid, "status"))?.[1];
  if (inside === undefined) throw new Error(`process ${pid} is gone`);
  return Number(inside);
}
