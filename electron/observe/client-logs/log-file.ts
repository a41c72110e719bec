import { constants } from "node:fs";
import { lstat, open } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { errorCode } from "../file-sensor.ts";

/** Nothing that was put in the place of the file meanwhile is followed, or waited for. */
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** What two paths to the same file have in common. */
export interface FileNumbers {
  readonly dev: bigint;
  readonly ino: bigint;
}

/** Names a file apart from its paths. */
export function identityOf({ dev, ino }: FileNumbers): string {
  return `${dev}:${ino}`;
}

/**
 * Opens a log, reads from it and closes it. Null when it is gone, is no regular file (a link is not followed), or may not
 * be read by this user.
 */
export async function readingLog<Value>(
  path: string,
  read: (file: FileHandle, about: FileNumbers & { readonly size: bigint }) => Promise<Value>,
): Promise<Value | null> {
  try {
    // Asked before: to open a FIFO, if only for a moment, wakes up who waits for its reader; to open a terminal can bind us
    // to it.
    if (!(await lstat(path)).isFile()) return null;
    const file = await open(path, FLAGS);
    try {
      const about = await file.stat({ bigint: true });
      return about.isFile() ? await read(file, about) : null;
    } finally {
      await file.close();
    }
  } catch (error) {
    errorCode(error);
    return null;
  }
}
