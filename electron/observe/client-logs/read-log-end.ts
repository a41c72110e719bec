import type { FileHandle } from "node:fs/promises";
import { endOfLog } from "../../../shared/explain/log/end-of-log.ts";
import { readingLog } from "./log-file.ts";

/** Of UTF-8, for one of the units in which JavaScript counts; a byte that fits nowhere becomes a whole unit (U+FFFD). */
const MOST_BYTES_FOR_A_UNIT = 3;

/**
 * The end of a log as text, from the beginning of a line on, at most `longest` UTF-16 units; what is no UTF-8 becomes
 * U+FFFD. Null when it is gone, is no regular file, or may not be read by this user.
 */
export function readLogEnd(path: string, longest: number): Promise<string | null> {
  return readingLog(path, async (file, { size }) => {
    const most = longest * MOST_BYTES_FOR_A_UNIT;
    const start = Math.max(0, Number(size) - most);
    const bytes = await bytesOf(file, start, Math.min(most, Number(size)));
    return endOfLog(bytes.toString("utf8"), longest);
  });
}

// A read may give less than was asked for, and nothing when the file was emptied meanwhile.
async function bytesOf(file: FileHandle, start: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, start + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}
