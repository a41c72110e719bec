import { describe, expect, it } from "vitest";
import { manifestOf, parseManifest, UnreadableManifest } from "../../../shared/capture/capture-folder.ts";

const MANIFEST = {
  schema: 1,
  os: "darwin",
  osVersion: "15.1",
  takenAt: "2026-08-17T18:51:12Z",
  files: { "routes.txt": "netstat -rn" },
};

function refusal(text: string): unknown {
  try {
    parseManifest(text);
  } catch (error) {
    if (error instanceof UnreadableManifest) return error.reason;
    throw error;
  }
  throw new Error("was read");
}

const refusalWith = (change: object) => refusal(JSON.stringify({ ...MANIFEST, ...change }));

describe("capture.json", () => {
  it("is read with and without its optional fields", () => {
    expect(parseManifest(JSON.stringify(MANIFEST))).toEqual(MANIFEST);
    expect(parseManifest('{"schema":1,"os":"linux","files":{}}')).toEqual({ schema: 1, os: "linux", files: {} });
  });

  it("passes over fields that it does not know", () => {
    expect(parseManifest(JSON.stringify({ ...MANIFEST, note: "x" }))).toEqual(MANIFEST);
  });

  it.each([
    [{ schema: 2 }, { path: "schema", expected: "1", received: "2" }],
    [{ os: "windows" }, { path: "os", expected: '("darwin" | "linux")', received: '"windows"' }],
    [{ os: undefined }, { path: "os", expected: '"os"', received: "undefined" }],
    [{ files: { "routes.txt": 7 } }, { path: "files.routes.txt", expected: "string", received: "7" }],
    [{ files: undefined }, { path: "files", expected: '"files"', received: "undefined" }],
  ])("%j is refused by name", (change, args) => {
    expect(refusalWith(change)).toEqual({ code: "manifest-invalid", args });
  });

  it.each(["../routes.txt", "/etc/passwd", "a\\b", "..", "."])(
    "does not let the file name %s lead out of the folder",
    (name) => {
      expect(refusalWith({ files: { [name]: "netstat -rn" } })).toMatchObject({ code: "manifest-invalid" });
    },
  );

  it("does not take anything for a time", () => {
    expect(refusalWith({ takenAt: "yesterday" })).toMatchObject({
      code: "manifest-invalid",
      args: { path: "takenAt" },
    });
  });

  it("is refused when it is no JSON", () => {
    expect(refusal("{ schema: 1")).toMatchObject({ code: "manifest-not-json" });
    expect(refusal("")).toMatchObject({ code: "manifest-not-json" });
  });

  it("describes a capture so that it reads back the same", () => {
    const capture = {
      os: "darwin" as const,
      osVersion: null,
      takenAt: "2026-08-17T18:51:12Z",
      files: [{ name: "routes.txt", source: "netstat -rn", content: { read: true as const, text: "x" } }],
    };
    const manifest = manifestOf(capture);
    expect(parseManifest(JSON.stringify(manifest))).toEqual(manifest);
    expect(manifest).toEqual({
      schema: 1,
      os: "darwin",
      takenAt: "2026-08-17T18:51:12Z",
      files: { "routes.txt": "netstat -rn" },
    });
  });
});
