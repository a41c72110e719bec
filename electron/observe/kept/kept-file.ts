import { randomBytes } from "node:crypto";
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import * as v from "valibot";
import { isOwnFolder, makePrivateFolder } from "./state-folder.ts";

/** A small JSON document on disk that programs share: read whole, replaced whole. */
export interface KeptFile<Document> {
  /** The document; null when there is none, or none that can be used. Never throws. */
  read(): Document | null;
  /** Replaces the document. Does nothing in a folder of another user. Never throws. */
  write(document: Document): void;
}

/** What a kept file is about. */
export interface KeptFileDescription<Document> {
  /** Absolute; the folder is made when it is first written to. */
  readonly path: string;
  readonly schema: v.GenericSchema<unknown, Document>;
  /** A larger file is not read, and a larger document not written. */
  readonly mostBytes: number;
  /**
   * `set-aside`: a file that cannot be used is renamed to `….unusable`, the one before it is lost. `leave`: for readers,
   * who change nothing.
   */
  readonly unusable: "set-aside" | "leave";
  /** Is told, in English for a log, what could not be read or written. */
  readonly onProblem: (problem: string) => void;
}

const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
/** A file that a writer left half-written when it was killed is removed by a later one, after this time. */
const ABANDONED_AFTER_MILLISECONDS = 60_000;

/** Opens nothing yet: the file is looked at with each call. */
export function keptFile<Document>(description: KeptFileDescription<Document>): KeptFile<Document> {
  const { path, onProblem, unusable } = description;
  const isWritable = () => isOwnFolder(dirname(path));
  return {
    read() {
      try {
        const text = readBounded(path, description.mostBytes);
        return text === null ? null : v.parse(description.schema, JSON.parse(text));
      } catch (error) {
        onProblem(`${path} is not used: ${reasonOf(error)}`);
        if (unusable === "set-aside" && isWritable() && isUnusable(error)) setAside(path, onProblem);
        return null;
      }
    },
    write(document) {
      const text = `${JSON.stringify(document)}\n`;
      if (!isWritable()) return;
      try {
        if (Buffer.byteLength(text) > description.mostBytes) throw new UnusableFile("it would be too large");
        makePrivateFolder(dirname(path));
        replace(path, text);
      } catch (error) {
        onProblem(`${path} is not written: ${reasonOf(error)}`);
      }
    },
  };
}

/** The file is there and readable, and still no use. */
class UnusableFile extends Error {
  override readonly name = "UnusableFile";
}

// What the system refuses (no rights, a disk that fails) says nothing about the file itself.
function isUnusable(error: unknown): boolean {
  return error instanceof UnusableFile || error instanceof SyntaxError || error instanceof v.ValiError;
}

function readBounded(path: string, most: number): string | null {
  const file = openIfThere(path);
  if (file === null) return null;
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) throw new UnusableFile("it is no file");
    if (stats.size > most) throw new UnusableFile("it is too large");
    return readFileSync(file, "utf8");
  } finally {
    closeSync(file);
  }
}

// No link is followed: under sudo a link of the user could lead to a file of root. O_NONBLOCK: a pipe must not hold us.
function openIfThere(path: string): number | null {
  try {
    return openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    if (codeOf(error) === "ELOOP") throw new UnusableFile("it is a link", { cause: error });
    throw error;
  }
}

// By a name that nobody else has, and a rename: whoever reads, or writes at the same time, sees one whole document.
function replace(path: string, text: string): void {
  const temporary = `${path}.${randomBytes(6).toString("hex")}.new`;
  removeAbandoned(path);
  try {
    writeFileSync(temporary, text, { mode: 0o600, flag: "wx" });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function removeAbandoned(path: string): void {
  const folder = dirname(path);
  const isTemporary = (name: string) => name.startsWith(`${basename(path)}.`) && name.endsWith(".new");
  for (const name of readdirSync(folder).filter(isTemporary)) {
    const stats = statSync(join(folder, name), { throwIfNoEntry: false });
    if (stats !== undefined && Date.now() - stats.mtimeMs > ABANDONED_AFTER_MILLISECONDS)
      rmSync(join(folder, name), { force: true });
  }
}

function setAside(path: string, onProblem: (problem: string) => void): void {
  try {
    renameSync(path, `${path}.unusable`);
  } catch (error) {
    // Another program may have set it aside at the same moment.
    if (codeOf(error) !== "ENOENT") onProblem(`${path} stays where it is: ${reasonOf(error)}`);
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
