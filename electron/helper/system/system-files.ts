import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  lstatSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import type { FileImage, SystemFiles } from "../host.ts";
import { Refusal } from "../refusal.ts";
import { isTrustedPath } from "../../trust/trusted-path.ts";

const MAX_BYTES = 4096;
const { O_RDONLY, O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW, O_NONBLOCK } = constants;

/** Files of the system, see {@link SystemFiles}. */
export const systemFiles: SystemFiles = {
  read(path) {
    if (!isTrustedPath(dirname(path))) throw new Refusal("conflict");
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return null;
    if (!stats.isFile()) throw new Refusal("conflict");
    const file = openExisting(path, O_RDONLY);
    try {
      return imageOf(file);
    } finally {
      closeSync(file);
    }
  },
  write(path, image) {
    const temporary = join(dirname(path), `.${basename(path)}.holdfast`);
    // Left behind when an earlier helper was killed between the two calls below.
    rmSync(temporary, { force: true });
    createFile(temporary, image);
    try {
      renameSync(temporary, path);
    } catch (error) {
      unlinkSync(temporary);
      if (!isMountPoint(error)) throw error;
      writeInPlace(path, image);
    }
  },
  create: createFile,
  remove: (path) => unlinkSync(path),
};

function openExisting(path: string, access: number): number {
  const file = openSync(path, access | O_NOFOLLOW | O_NONBLOCK);
  const stats = fstatSync(file);
  if (stats.isFile() && stats.uid === 0 && stats.nlink === 1 && stats.size <= MAX_BYTES) return file;
  closeSync(file);
  throw new Refusal("conflict");
}

function imageOf(file: number): FileImage {
  const { mode, uid, gid } = fstatSync(file);
  const bytes = Buffer.alloc(MAX_BYTES + 1);
  const length = readSync(file, bytes, 0, bytes.length, 0);
  if (length > MAX_BYTES) throw new Refusal("conflict");
  return { content: bytes.subarray(0, length).toString("base64"), mode: mode & 0o7777, uid, gid };
}

function createFile(path: string, image: FileImage): void {
  const file = openSync(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
  try {
    writeSync(file, Buffer.from(image.content, "base64"));
    fchownSync(file, image.uid, image.gid);
    fchmodSync(file, image.mode);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

// In a network namespace, a container or a sandbox the file is a mount of its own, which no rename can replace.
function isMountPoint(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "EBUSY" || error.code === "EXDEV");
}

function writeInPlace(path: string, image: FileImage): void {
  const file = openExisting(path, O_WRONLY);
  try {
    const bytes = Buffer.from(image.content, "base64");
    writeSync(file, bytes, 0, bytes.length, 0);
    ftruncateSync(file, bytes.length);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
