import { existsSync } from "node:fs";
import type { Tool } from "./command-line.ts";

/**
 * The first of the absolute paths that exists on this machine; the first of all when none does, so that running it says
 * `tool-missing`. Never looks in PATH.
 */
export function findTool(paths: readonly [string, ...string[]]): Tool {
  return { path: paths.find(isThere) ?? paths[0] };
}

/** Whether a file or folder exists. */
export function isThere(path: string): boolean {
  return existsSync(path);
}
