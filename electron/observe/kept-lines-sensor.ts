import { open, readdir } from "node:fs/promises";
import type { CaptureFile } from "../../shared/capture/capture.ts";
import { codedText } from "../../shared/snapshot/coded-text.ts";
import { errorCode } from "./file-sensor.ts";
import type { Content } from "./run-command.ts";
import type { Sensor } from "./sensor.ts";

/** Which files of a folder are read, and what of them. */
export interface FolderFiles {
  readonly folder: string;
  /** Names that count, e.g. `/^dhclient.*\.leases$/`. */
  readonly names: RegExp;
  /** Beginning of their names in a capture folder, e.g. `lease`. */
  readonly prefix: string;
  /** Lines that are kept; all others are nobody's business. */
  readonly keeps: (line: string) => boolean;
  /** Folder that the machine's files are under, for a test that brings a machine of its own; nothing when left out. */
  readonly root?: string;
}

/** More than any machine has; a folder with more is not what it seems. */
const MOST_FILES = 32;
/** Of a longer file the end is read: lease files grow there. */
const MOST_BYTES = 65_536;

/**
 * A sensor for the small text files of a folder, each a `file:` of the capture with the lines that are kept. A folder that
 * does not exist, or that only root may list, gives nothing.
 */
export function folderSensor({ folder, names, prefix, keeps, root = "" }: FolderFiles): Sensor {
  return async () => {
    const found = (await namesIn(root + folder)).filter((name) => names.test(name)).slice(0, MOST_FILES);
    return Promise.all(
      found.map(async (name, index): Promise<CaptureFile> => {
        const content = await readLines(`${root}${folder}/${name}`, keeps);
        return { name: `${prefix}-${index + 1}.txt`, source: `file:${folder}/${name}`, content };
      }),
    );
  };
}

/** A sensor for the lines of one file that are kept; nothing when there is no such file. `root` as in {@link FolderFiles}. */
export function linesSensor(name: string, path: string, keeps: (line: string) => boolean, root = ""): Sensor {
  return async () => {
    const content = await readLines(root + path, keeps);
    return !content.read && content.reason.args["detail"] === "ENOENT"
      ? []
      : [{ name, source: `file:${path}`, content }];
  };
}

/** A sensor of which only some lines are kept: what else its program tells is nobody's business. */
export function keepingLines(sensor: Sensor, keeps: (line: string) => boolean): Sensor {
  return async (signal) => {
    const files = await sensor(signal);
    return files.map((file) =>
      file.content.read ? { ...file, content: { read: true, text: linesKept(file.content.text, keeps) } } : file,
    );
  };
}

function linesKept(text: string, keeps: (line: string) => boolean): string {
  const lines = text.split("\n").filter(keeps);
  return lines.map((line) => `${line}\n`).join("");
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name)
      .toSorted();
  } catch (error) {
    errorCode(error);
    return [];
  }
}

async function readLines(path: string, keeps: (line: string) => boolean): Promise<Content> {
  try {
    return { read: true, text: linesKept(await readEnd(path), keeps) };
  } catch (error) {
    return { read: false, reason: codedText("unreadable", { line: 0, detail: errorCode(error) }) };
  }
}

async function readEnd(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const length = Math.min(size, MOST_BYTES);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await file.close();
  }
}
