import { renameSync, statSync } from "node:fs";

const MOST_BYTES = 1024 * 1024;

/**
 * Puts a log that has grown beyond 1 MiB aside, in the place of the one that was put aside before (helper-security §5.6). The
 * next helper begins a new one: launchd makes it by its name. Nothing happens where there is no log.
 */
export function boundLog(path: string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > MOST_BYTES) renameSync(path, `${path}.old`);
}
