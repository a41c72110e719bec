import { closeSync, existsSync, openSync, readdirSync, readlinkSync } from "node:fs";
import { isGone } from "./processes.ts";

/** What a lab consists of, noted while it lives, to look for when it is said to be gone. */
export interface Traces {
  /** The processes that are still in one of its namespaces. */
  processes(): number[];
  /** What is still there, one line per thing; empty when the lab is gone entirely. */
  left(): string[];
  /** Stops looking. Until then the kernel gives the numbers of the lab's namespaces to no other. */
  release(): void;
}

const KINDS = ["mnt", "net", "pid"] as const;

/** Notes the namespaces of a lab's processes `pids` (but not those that are also this program's own) and its folder. */
export function tracesOf(pids: readonly number[], folder: string): Traces {
  const own = new Set(namespacesOf(process.pid).keys());
  const found = new Map(pids.flatMap((pid) => [...namespacesOf(pid)]).filter(([name]) => !own.has(name)));
  const held = [...found.values()].map((path) => openSync(path, "r"));
  const isInside = (pid: number): boolean => [...namespacesOf(pid).keys()].some((name) => found.has(name));
  const processes = (): number[] => allProcesses().filter(isInside);
  return {
    processes,
    left: () => [...processes().map((pid) => `process ${pid}`), ...(existsSync(folder) ? [folder] : [])],
    release: () => held.forEach(closeSync),
  };
}

function allProcesses(): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

/** The namespaces of a process: where to open each, by its identity ("net:[4026532248]"); empty if it is gone. */
function namespacesOf(pid: number): Map<string, string> {
  const paths = KINDS.map((kind) => `/proc/${pid}/ns/${kind}`);
  return new Map(paths.flatMap((path) => linkOf(path).map((name) => [name, path])));
}

function linkOf(path: string): string[] {
  try {
    return [readlinkSync(path)];
  } catch (error) {
    // It ended between listing and looking, or it is a process of the machine that even root may not look into.
    if (isGone(error) || isForeign(error)) return [];
    throw error;
  }
}

function isForeign(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EACCES";
}
