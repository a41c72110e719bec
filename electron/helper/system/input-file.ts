import { closeSync, constants, openSync, rmSync, unlinkSync, writeSync } from "node:fs";
import { join } from "node:path";

const { O_RDWR, O_CREAT, O_EXCL, O_NOFOLLOW } = constants;

/**
 * Gives `work` a descriptor from which exactly this text is read, out of a file in the helper's own folder that has lost its
 * name already. No pipe: a helper that died while it wrote would leave its reader half a line, and half a command, with
 * fewer words in it, fits other rows. Not without the lock, since the name is one.
 */
export async function withInput<Result>(
  directory: string,
  text: string,
  work: (descriptor: number) => Promise<Result>,
): Promise<Result> {
  const path = join(directory, "commands");
  // Left behind when an earlier helper was killed between the next two calls.
  rmSync(path, { force: true });
  const file = openSync(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
  try {
    unlinkSync(path);
    const bytes = Buffer.from(text, "utf8");
    // By places, so that whoever inherits the file begins to read at its start.
    for (let written = 0; written < bytes.length;) {
      written += writeSync(file, bytes, written, bytes.length - written, written);
    }
    return await work(file);
  } finally {
    closeSync(file);
  }
}
