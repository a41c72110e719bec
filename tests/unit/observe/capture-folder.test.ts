import { mkdtemp, mkdir, readdir, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CaptureFolderError } from "../../../electron/observe/capture-folder-error.ts";
import { readCaptureFolder, writeCaptureFolder } from "../../../electron/observe/capture-folder.ts";
import type { Capture } from "../../../shared/capture/capture.ts";
import { recordedCapture } from "../../captures/recorded-captures.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "hf folder "));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const manifest = (files: object) =>
  writeFile(join(folder, "capture.json"), JSON.stringify({ schema: 1, os: "linux", files }));

async function refusalOf(action: Promise<unknown>): Promise<unknown> {
  try {
    await action;
  } catch (error) {
    if (error instanceof CaptureFolderError) return { code: error.reason.code, ...error.reason.args };
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("writing a capture folder", () => {
  const { capture } = recordedCapture("80-linux-stale-gateway-pin");
  const taken: Capture = { ...capture, takenAt: "2026-11-23T06:07:57.519Z" };

  it("writes what reading gives back, for nobody else to see", async () => {
    const place = join(folder, "new", "capture");
    await writeCaptureFolder(place, taken);
    expect(await readCaptureFolder(place)).toEqual(taken);
    expect((await stat(place)).mode & 0o777).toBe(0o700);
    expect(await readdir(join(folder, "new"))).toEqual(["capture"]);
  });

  it("takes an empty folder, and leaves one with anything in it as it is", async () => {
    await writeCaptureFolder(folder, taken);
    expect(await readCaptureFolder(folder)).toEqual(taken);
    const before = await readdir(folder);
    expect(await refusalOf(writeCaptureFolder(folder, taken))).toEqual({ code: "folder-not-empty", folder });
    expect(await readdir(folder)).toEqual(before);
  });

  it("keeps why something was not read", async () => {
    const reason = { code: "timed-out", args: { milliseconds: 5000 } };
    const files = [{ name: "ps.txt", source: "ps aux", content: { read: false as const, reason } }];
    const place = join(folder, "capture");
    await writeCaptureFolder(place, { ...taken, files });
    expect((await readCaptureFolder(place)).files).toEqual(files);
  });

  it("takes a reason of a later version for none", async () => {
    const unread = { "ps.txt": { code: "eaten-by-the-dog", args: {} } };
    await writeFile(
      join(folder, "capture.json"),
      JSON.stringify({ schema: 1, os: "linux", files: { "ps.txt": "ps aux" }, unread }),
    );
    expect((await readCaptureFolder(folder)).files.map(({ content }) => content)).toEqual([
      { read: false, reason: { code: "not-in-capture", args: {} } },
    ]);
  });

  it("leaves nothing behind when it fails", async () => {
    await writeFile(join(folder, "file"), "");
    expect(await refusalOf(writeCaptureFolder(join(folder, "file", "x"), taken))).toMatchObject({
      code: "folder-not-written",
    });
    const twice = [...taken.files, ...taken.files];
    expect(await refusalOf(writeCaptureFolder(join(folder, "x"), { ...taken, files: twice }))).toMatchObject({
      code: "folder-not-written",
    });
    expect(await readdir(folder)).toEqual(["file"]);
  });
});

describe("reading a capture folder", () => {
  it("refuses a folder without a usable capture.json in one line", async () => {
    expect(await refusalOf(readCaptureFolder(join(folder, "none")))).toEqual({
      code: "folder-missing",
      folder: join(folder, "none"),
    });
    expect(await refusalOf(readCaptureFolder(folder))).toMatchObject({ code: "manifest-missing", folder });
    await writeFile(join(folder, "capture.json"), "{");
    expect(await refusalOf(readCaptureFolder(folder))).toMatchObject({ code: "manifest-not-json", folder });
    expect(await refusalOf(readCaptureFolder(join(folder, "capture.json")))).toMatchObject({ code: "folder-missing" });
    await writeFile(join(folder, "capture.json"), '{"schema":2}');
    expect(await refusalOf(readCaptureFolder(folder))).toMatchObject({
      code: "manifest-invalid",
      path: "schema",
      folder,
    });
    await manifest({ "../escape": "ps aux" });
    expect(await refusalOf(readCaptureFolder(folder))).toMatchObject({ code: "manifest-invalid" });
    await writeFile(join(folder, "capture.json"), "a\0b");
    expect(await refusalOf(readCaptureFolder(folder))).toMatchObject({ code: "manifest-unreadable", detail: "binary" });
  });

  it("reads the good files beside binary, huge and missing ones", async () => {
    await writeFile(join(folder, "good.txt"), "nameserver 192.0.2.1\n");
    await writeFile(join(folder, "binary.txt"), "one\ntwo\0");
    await writeFile(join(folder, "huge.txt"), "");
    await truncate(join(folder, "huge.txt"), 300 * 2 ** 20);
    await mkdir(join(folder, "folder.txt"));
    const names = ["good.txt", "binary.txt", "huge.txt", "folder.txt", "missing.txt"];
    await manifest(Object.fromEntries(names.map((name) => [name, `file:/etc/${name}`])));
    const { files } = await readCaptureFolder(folder);
    const reasons = files.map(({ content }) =>
      content.read ? content.text : { code: content.reason.code, ...content.reason.args },
    );
    expect(reasons).toEqual([
      "nameserver 192.0.2.1\n",
      { code: "unreadable", line: 2, detail: "binary" },
      { code: "unreadable", line: 0, detail: "too-large" },
      { code: "unreadable", line: 0, detail: "not-a-file" },
      { code: "not-in-capture" },
    ]);
  });
});
