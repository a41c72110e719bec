import { lstatSync, mkdirSync } from "node:fs";
import type { OperatingSystem } from "../../../shared/snapshot/snapshot.ts";
import { Refusal } from "../refusal.ts";
import { isTrustedPath } from "./trusted-path.ts";

/** Where the journal is kept on each system. */
export const STATE_DIRECTORIES: Record<OperatingSystem, string> = {
  darwin: "/Library/Application Support/Holdfast/journal",
  linux: "/var/lib/holdfast",
};

/**
 * Makes the folder where it is missing and checks that it is root's alone, it and every folder above. Throws Refusal
 * `internal` when it is a link, not a folder, or could be changed by somebody else.
 */
export function openStateDirectory(path: string): string {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const stats = lstatSync(path);
  const isPrivate = stats.isDirectory() && stats.uid === 0 && (stats.mode & 0o077) === 0;
  if (!isPrivate || !isTrustedPath(path)) throw new Refusal("internal");
  return path;
}
