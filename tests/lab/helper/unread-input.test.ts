import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildProgram } from "./helper-bundle.ts";
import type { BuiltProgram } from "./helper-bundle.ts";

const REQUEST = '{"v":1,"id":0,"op":"hello"}\n';
const NOBODY = 65_534;

let helper: BuiltProgram;
let folder: string;

beforeAll(async () => {
  helper = await buildProgram("electron/helper/helper.ts");
  folder = mkdtempSync(join(tmpdir(), "holdfast-unread-"));
  writeFileSync(join(folder, "request"), REQUEST);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await helper.remove();
});

interface Start {
  readonly words?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly uid?: number;
  readonly argv0?: string;
}

/**
 * Starts the helper with a request waiting, and tells how many bytes of it were taken. Parent and child share one open
 * file and its position, so it is the kernel that says what was read, not the helper.
 */
function start({ words = ["--child"], env = {}, ...rest }: Start) {
  const input = openSync(join(folder, "request"), "r");
  try {
    const { status, stdout } = spawnSync(process.execPath, [helper.path, ...words], {
      stdio: [input, "pipe", "ignore"],
      encoding: "utf8",
      env,
      ...rest,
    });
    const left = readSync(input, Buffer.alloc(REQUEST.length), 0, REQUEST.length, null);
    return { status, stdout, read: REQUEST.length - left };
  } finally {
    closeSync(input);
  }
}

const socket = (...words: readonly string[]) => ["--socket", "--door=routes", ...words];

const DENIED = { status: 1, stdout: '{"v":1,"id":-1,"ok":false,"err":"denied"}\n', read: 0 };
const USAGE = { status: 2, stdout: "", read: 0 };

describe("T-A3 the helper's input", () => {
  it("is read once the caller is known to be allowed", () => {
    expect(start({})).toMatchObject({ status: 0, read: REQUEST.length });
    expect(start({ words: ["--once"], env: { SUDO_UID: "1000" } })).toMatchObject({ status: 0, read: REQUEST.length });
  });

  it.each<[string, Start]>([
    ["somebody without rights starts it as a child", { uid: NOBODY }],
    ["somebody without rights starts it once", { uid: NOBODY, words: ["--once"] }],
    ["somebody without rights says that sudo did it", { uid: NOBODY, words: ["--once"], env: { SUDO_UID: "0" } }],
    ["sudo names nobody", { words: ["--once"], env: { SUDO_UID: "" } }],
    ["sudo names no number", { words: ["--once"], env: { SUDO_UID: "root" } }],
    ["polkit names a number that no user has", { words: ["--once"], env: { PKEXEC_UID: "4294967295" } }],
    ["the peer of the socket is somebody else", { words: socket("--allow-uid=1000", "--peer=7-4711-1001") }],
    ["the peer of the socket is not known", { words: socket("--allow-uid=0", "--peer=7-unknown") }],
    ["nobody says who the peer is", { words: socket("--allow-uid=0") }],
    ["polkit names nobody, whomever sudo names", { words: ["--once"], env: { PKEXEC_UID: "-1", SUDO_UID: "1000" } }],
  ])("is not touched when %s", (_what, how) => {
    expect(start(how)).toEqual(DENIED);
  });
});

describe("T-E4 arguments that the helper does not know", () => {
  it.each<[string, Start]>([
    ["none", { words: [] }],
    ["one empty word", { words: [""] }],
    ["one unknown word", { words: ["--help"] }],
    ["a known word in capitals", { words: ["--CHILD"] }],
    ["a known word with a blank", { words: ["--child "] }],
    ["a known word with a value", { words: ["--once=1"] }],
    ["two ways at once", { words: ["--once", "--child"] }],
    ["an option of Node's in front", { words: ["--inspect", "--child"] }],
    ["an option of Node's behind", { words: ["--child", "--require", "/etc/passwd"] }],
    ["text to evaluate", { words: ["-e", "process.exit(0)"] }],
    ["a folder across sudo", { words: ["--once", "--state-directory=/run/x"] }],
    ["a folder with a line feed in front", { words: ["--child", "\n--state-directory=/run/x"] }],
    ["a socket without a user", { words: socket("--allow-uid=") }],
    ["a socket with two peers", { words: socket("--allow-uid=0", "--peer=7-1-0", "--peer=7-1-0") }],
    ["fifty words", { words: Array.from({ length: 50 }, (_, place) => `--child${place}`) }],
    ["a hundred thousand letters", { words: ["x".repeat(100_000)] }],
    ["another name of the program", { words: [], argv0: "--child" }],
  ])("end it with status 2 and nothing read: %s", (_what, how) => {
    expect(start(how)).toEqual(USAGE);
  });
});
