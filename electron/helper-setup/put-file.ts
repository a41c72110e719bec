import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  closeSync,
  copyFileSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { firstUntrusted } from "../trust/trusted-path.ts";
import { SetupFailure } from "./setup-failure.ts";

/**
 * Makes a folder of root's, mode 0755 whatever the caller's mask; every folder above it must be root's alone, and nothing is
 * made where one is not. Throws SetupFailure `place-untrusted`.
 */
export function makeFolder(path: string): void {
  if (existsSync(path)) {
    const untrusted = firstUntrusted(path);
    if (untrusted !== null) throw new SetupFailure("place-untrusted", { path: untrusted });
    return;
  }
  makeFolder(dirname(path));
  mkdirSync(path);
  chmodSync(path, 0o755);
}

/** Writes a file of root's, whole or not at all, in a folder of root's. */
export function putText(path: string, content: string, mode = 0o644, group = 0): void {
  makeFolder(dirname(path));
  putInPlace(path, mode, group, (temporary) => writeFileSync(temporary, content, { flag: "wx", mode: 0o600 }));
}

/**
 * Copies a program into a folder of root's. What is checked is the copy, which nobody else can change any more, not the
 * original (helper-security R13). Throws SetupFailure `runtime-changed` when its SHA-256 (64 hex digits) is another.
 */
export function putProgram(from: string, path: string, sha256: string): void {
  makeFolder(dirname(path));
  putInPlace(path, 0o755, 0, (temporary) => {
    copyFileSync(from, temporary, constants.COPYFILE_EXCL);
    if (sha256Of(temporary) !== sha256) throw new SetupFailure("runtime-changed", { path: from });
  });
}

/** Makes an empty file of root's that this group may read. */
export function putLock(path: string, group: number): void {
  closeSync(openSync(path, constants.O_RDWR | constants.O_CREAT | constants.O_NOFOLLOW, 0o600));
  chownSync(path, 0, group);
  chmodSync(path, 0o640);
}

function putInPlace(path: string, mode: number, group: number, make: (temporary: string) => void): void {
  const temporary = `${path}.new`;
  // Left by an installation that was broken off.
  rmSync(temporary, { force: true });
  try {
    make(temporary);
    chownSync(temporary, 0, group);
    chmodSync(temporary, mode);
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function sha256Of(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}
