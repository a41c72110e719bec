import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import type { Stats } from "node:fs";
import { join } from "node:path";
import type { JournalFolder } from "../host.ts";
import { Refusal } from "../refusal.ts";
import { ownUid } from "./own-uid.ts";

const NAME = /^[0-9a-f]{32}$/;
const MAX_BYTES = 8 * 1024 * 1024;
const { O_RDONLY, O_WRONLY, O_APPEND, O_CREAT, O_EXCL, O_SYNC, O_NOFOLLOW, O_NONBLOCK } = constants;

/**
 * The journal's files in a checked folder. What must be on the disk before the next thing is done is written with O_SYNC: Node
 * has no fsync while it is bound to one folder (its permission model), as the installed helper is. No link is followed,
 * and a file that is not the helper's alone stops everything.
 */
export function journalFolder(directory: string): JournalFolder {
  const pathOf = (name: string) => join(directory, name);
  return {
    names: () => readdirSync(directory).filter((name) => NAME.test(name)),
    read: (name) => withFile(pathOf(name), O_RDONLY, (file) => readFileSync(file, "utf8")),
    create(name, line) {
      const path = pathOf(name);
      withFile(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_SYNC, (file) => beginWhole(file, path, line));
    },
    append: (name, line) => withFile(pathOf(name), O_WRONLY | O_APPEND, (file) => writeAll(file, line)),
    appendDurably: (name, line) => withFile(pathOf(name), O_WRONLY | O_APPEND | O_SYNC, (file) => writeAll(file, line)),
    remove: (name) => unlinkSync(pathOf(name)),
  };
}

function withFile<Result>(path: string, flags: number, work: (file: number) => Result): Result {
  // O_NONBLOCK: a pipe in the place of a journal file must not make the helper wait.
  const file = openSync(path, flags | O_NOFOLLOW | O_NONBLOCK, 0o600);
  try {
    if (!isOurs(fstatSync(file), lstatSync(path))) throw new Refusal("internal");
    return work(file);
  } finally {
    closeSync(file);
  }
}

// Looked at once more by its name: a second name of another file may be gone when the open file is asked how many it has. The
// one that is left is then not this one.
function isOurs(stats: Stats, named: Stats): boolean {
  const isPrivate = stats.uid === ownUid() && stats.nlink === 1 && (stats.mode & 0o077) === 0;
  const isNamedSo = named.dev === stats.dev && named.ino === stats.ino && named.nlink === 1;
  return stats.isFile() && isPrivate && isNamedSo && stats.size <= MAX_BYTES;
}

// A beginning that is not on the disk must not look like one later.
function beginWhole(file: number, path: string, line: string): void {
  try {
    writeAll(file, line);
  } catch (error) {
    unlinkSync(path);
    throw error;
  }
}

function writeAll(file: number, line: string): void {
  const bytes = Buffer.from(line, "utf8");
  let written = 0;
  while (written < bytes.length) written += writeSync(file, bytes, written);
}
