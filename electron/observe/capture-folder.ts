import { mkdir, mkdtemp, readFile, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { MANIFEST_NAME, UnreadableManifest, manifestOf, parseManifest } from "../../shared/capture/capture-folder.ts";
import type { CaptureManifest } from "../../shared/capture/capture-folder.ts";
import type { Capture, CaptureFile } from "../../shared/capture/capture.ts";
import { TABLE_LIMITS } from "../../shared/capture/table-limits.ts";
import { codedText } from "../../shared/snapshot/coded-text.ts";
import { CaptureFolderError } from "./capture-folder-error.ts";
import { errorCode } from "./file-sensor.ts";
import type { Content } from "./run-command.ts";

/** Bytes of all files together, so that memory stays bounded whatever a folder holds: the largest table, and the rest. */
const MAX_BYTES = TABLE_LIMITS.bytes + 64 * 2 ** 20;

/**
 * Reads a capture folder (03-contracts, "Capture folder"). A file that is missing, too large, or not text is unread with
 * the reason (`not-in-capture`, `unreadable` with `too-large` or `binary`); the others still count. Too large is a file
 * that exceeds 256 MiB together with those that capture.json names before it. Throws {@link CaptureFolderError} when
 * there is no folder or no usable capture.json.
 */
export async function readCaptureFolder(folder: string): Promise<Capture> {
  await requireFolder(folder);
  const manifest = await readManifest(folder);
  const files: CaptureFile[] = [];
  let room = MAX_BYTES;
  for (const [name, source] of Object.entries(manifest.files)) {
    const content = await readTextFile(join(folder, name), room);
    if (content.read) room -= content.text.length;
    const why = manifest.unread?.[name];
    const reason = isMissing(content) && why !== undefined ? why : null;
    files.push({ name, source, content: reason === null ? content : { read: false, reason } });
  }
  return {
    os: manifest.os,
    osVersion: manifest.osVersion ?? null,
    takenAt: manifest.takenAt ?? null,
    files,
  };
}

/**
 * Writes a capture as a folder that only its owner may open (mode 0700), whole or not at all: it is written beside its
 * place and then moved there. Of a file without text capture.json keeps the reason. Throws
 * {@link CaptureFolderError} `folder-not-empty` or `folder-not-written`; the place is then as it was before.
 */
export async function writeCaptureFolder(folder: string, capture: Capture): Promise<void> {
  const place = resolve(folder);
  await requireFree(place);
  try {
    await writeAndMove(place, capture);
  } catch (error) {
    const detail = errorCode(error);
    const code = detail === "ENOTEMPTY" ? "folder-not-empty" : "folder-not-written";
    throw new CaptureFolderError(codedText(code, { folder, detail }));
  }
}

async function requireFolder(folder: string): Promise<void> {
  try {
    if ((await stat(folder)).isDirectory()) return;
  } catch (error) {
    const code = errorCode(error);
    if (code !== "ENOENT") throw new CaptureFolderError(codedText("folder-unreadable", { folder, detail: code }));
  }
  throw new CaptureFolderError(codedText("folder-missing", { folder }));
}

async function readManifest(folder: string): Promise<CaptureManifest> {
  const content = await readTextFile(join(folder, MANIFEST_NAME), MAX_BYTES);
  if (!content.read) {
    const code = content.reason.code === "not-in-capture" ? "manifest-missing" : "manifest-unreadable";
    throw new CaptureFolderError(codedText(code, { ...content.reason.args, folder }));
  }
  try {
    return parseManifest(content.text);
  } catch (error) {
    if (!(error instanceof UnreadableManifest)) throw error;
    throw new CaptureFolderError(codedText(error.reason.code, { ...error.reason.args, folder }));
  }
}

async function readTextFile(path: string, mostBytes: number): Promise<Content> {
  try {
    const entry = await stat(path);
    if (!entry.isFile()) return unread("unreadable", 0, "not-a-file");
    if (entry.size > mostBytes) return unread("unreadable", 0, "too-large");
    const bytes = await readFile(path);
    const zero = bytes.indexOf(0);
    return zero < 0
      ? { read: true, text: bytes.toString("utf8") }
      : unread("unreadable", lineAt(bytes, zero), "binary");
  } catch (error) {
    const code = errorCode(error);
    if (code === "ENOENT") return { read: false, reason: codedText("not-in-capture") };
    return unread("unreadable", 0, code);
  }
}

function isMissing(content: Content): boolean {
  return !content.read && content.reason.code === "not-in-capture";
}

function unread(code: string, line: number, detail: string): Content {
  return { read: false, reason: codedText(code, { line, detail }) };
}

function lineAt(bytes: Buffer, offset: number): number {
  return bytes.subarray(0, offset).filter((byte) => byte === 0x0a).length + 1;
}

async function requireFree(folder: string): Promise<void> {
  try {
    const names = await readdir(folder);
    if (names.length === 0) return;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return;
    throw new CaptureFolderError(codedText("folder-not-written", { folder, detail: errorCode(error) }));
  }
  throw new CaptureFolderError(codedText("folder-not-empty", { folder }));
}

async function writeAndMove(place: string, capture: Capture): Promise<void> {
  await mkdir(dirname(place), { recursive: true });
  // Made with mode 0700; a rename replaces an empty folder and fails on any other.
  const draft = await mkdtemp(join(dirname(place), `.${basename(place)}-`));
  try {
    for (const file of capture.files) {
      if (file.content.read) await writeFile(join(draft, file.name), file.content.text, { mode: 0o600, flag: "wx" });
    }
    const manifest = `${JSON.stringify(manifestOf(capture), null, 2)}\n`;
    await writeFile(join(draft, MANIFEST_NAME), manifest, { mode: 0o600, flag: "wx" });
    await rename(draft, place);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}
