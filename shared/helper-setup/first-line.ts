import { NODE_FLAGS } from "./node-flags.ts";

/**
 * The first line that makes the helper's bundle a program: it starts itself with its own runtime (absolute path) and flags,
 * whatever the caller's words are. env(1) splits the line; the kernel alone would give all flags as one.
 */
export function firstLine(node: string): string {
  return `#!/usr/bin/env -S -u NODE_OPTIONS -u NODE_PATH ${node} ${NODE_FLAGS.join(" ")}`;
}
