import { chmodSync, existsSync, lstatSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { Refusal } from "../refusal.ts";
import { ownUid } from "./own-uid.ts";
import { isTrustedPath } from "../../trust/trusted-path.ts";

/**
 * Makes the folder where it is missing and checks that it is the helper's alone, and every folder above root's alone.
 * Throws Refusal `internal` when it is a link, not a folder, or could be changed by somebody else.
 */
export function openStateDirectory(path: string): string {
  makeAbove(dirname(path));
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const stats = lstatSync(path);
  const isPrivate = stats.isDirectory() && stats.uid === ownUid() && (stats.mode & 0o077) === 0;
  if (!isPrivate || !isTrustedPath(dirname(path))) throw new Refusal("internal");
  return path;
}

// The helper's mask closes all that it makes to others; the folder above holds the socket, too (macOS), which they must reach.
function makeAbove(path: string): void {
  if (existsSync(path)) return;
  mkdirSync(path, { recursive: true });
  chmodSync(path, 0o755);
}
