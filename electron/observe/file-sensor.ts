import { readFile } from "node:fs/promises";
import { codedText } from "../../shared/snapshot/coded-text.ts";
import type { Content } from "./run-command.ts";
import type { Sensor } from "./sensor.ts";

/**
 * A sensor that reads one small text file; a file that does not exist gives nothing to a capture. `root` is the folder
 * that the machine's files are under, for a test that brings a machine of its own.
 */
export function fileSensor(name: string, path: string, root = ""): Sensor {
  return async () => {
    const content = await readTextFile(root + path);
    return content === null ? [] : [{ name, source: `file:${path}`, content }];
  };
}

/** Text of a file, null when there is none, or why it cannot be read: `not-permitted`, `unreadable` (detail: code). */
async function readTextFile(path: string): Promise<Content | null> {
  try {
    return { read: true, text: await readFile(path, "utf8") };
  } catch (error) {
    const code = errorCode(error);
    if (code === "ENOENT") return null;
    const isPrivate = code === "EACCES" || code === "EPERM";
    const reason = isPrivate ? codedText("not-permitted") : codedText("unreadable", { line: 0, detail: code });
    return { read: false, reason };
  }
}

/** The system's code of a failed call (`ENOENT`); throws the error on when it has none, since then it is our mistake. */
export function errorCode(error: unknown): string {
  if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
  throw error;
}
