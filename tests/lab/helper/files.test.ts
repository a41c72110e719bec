import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  lchownSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isTrustedPath } from "../../../electron/trust/trusted-path.ts";
import type { HelperFailure } from "../../../electron/helper-client/helper-failure.ts";
import { buildProgram } from "./helper-bundle.ts";
import type { BuiltProgram } from "./helper-bundle.ts";
import { askOnce } from "./helper-in-room.ts";
import { makeNetworkRoom } from "./network-room.ts";
import type { NetworkRoom } from "./network-room.ts";

const NOBODY = 65_534;

let helper: BuiltProgram;
let room: NetworkRoom;

beforeAll(async () => {
  helper = await buildProgram("electron/helper/helper.ts");
});
afterAll(() => helper.remove());
beforeEach(async () => {
  room = await makeNetworkRoom();
});
afterEach(() => room.remove());

async function tryApply(): Promise<string> {
  const { digest, entries } = await askOnce(room, helper.path, "plan", {});
  const only = entries.map(({ id }) => id);
  return askOnce(room, helper.path, "apply", { digest, only }).then(
    () => "done",
    (error: HelperFailure) => error.code,
  );
}

describe("the journal's folder", () => {
  const elsewhere = () => join(room.stateDirectory, "..", "elsewhere");
  const refused: readonly (readonly [string, () => void])[] = [
    [
      "a link to a folder",
      () => (mkdirSync(elsewhere(), { mode: 0o700 }), symlinkSync(elsewhere(), room.stateDirectory)),
    ],
    ["readable by others", () => (mkdirSync(room.stateDirectory), chmodSync(room.stateDirectory, 0o755))],
    [
      "somebody else's",
      () => (mkdirSync(room.stateDirectory, { mode: 0o700 }), chownSync(room.stateDirectory, NOBODY, NOBODY)),
    ],
    ["below a folder that a group can write to", () => chmodSync(join(room.stateDirectory, ".."), 0o770)],
    ["below somebody else's folder", () => chownSync(join(room.stateDirectory, ".."), NOBODY, NOBODY)],
    ["a file", () => writeFileSync(room.stateDirectory, "")],
  ];

  it.each(refused)("is refused when it is %s, and no route is touched", async (_what, spoil) => {
    spoil();
    const before = await room.table();
    expect(await tryApply()).toBe("internal");
    expect(await room.table()).toBe(before);
  });

  it("is made private, with private files, whatever mask was inherited", async () => {
    const inherited = process.umask(0);
    try {
      expect(await tryApply()).toBe("done");
    } finally {
      process.umask(inherited);
    }
    const modeOf = (path: string) => statSync(path).mode & 0o777;
    const { transactions } = await askOnce(room, helper.path, "journal", { limit: 5 });
    expect(modeOf(room.stateDirectory)).toBe(0o700);
    expect(modeOf(join(room.stateDirectory, transactions[0]?.txn ?? ""))).toBe(0o600);
    expect(modeOf(join(room.stateDirectory, "lock"))).toBe(0o600);
  });
});

describe("a journal file that is not the helper's own", () => {
  const victim = () => join(room.stateDirectory, "..", "victim");
  const name = "a".repeat(32);
  const file = () => join(room.stateDirectory, name);
  const spoilt: readonly (readonly [string, () => void])[] = [
    ["a link", () => symlinkSync(victim(), file())],
    ["a second name of another file", () => linkSync(victim(), file())],
    ["a folder", () => mkdirSync(file())],
    ["a pipe", () => expect(spawnSync("/usr/bin/mkfifo", [file()]).status).toBe(0)],
    ["a link in the place of the lock", () => symlinkSync(victim(), join(room.stateDirectory, "lock"))],
  ];

  it.each(spoilt)("stops everything when it is %s, and its target stays as it was", async (_what, spoil) => {
    mkdirSync(room.stateDirectory, { mode: 0o700 });
    writeFileSync(victim(), "untouched", { mode: 0o600 });
    spoil();
    const before = await room.table();
    expect(await tryApply()).toBe("internal");
    expect(await room.table()).toBe(before);
    expect(readFileSync(victim(), "utf8")).toBe("untouched");
    rmSync(victim());
  });
});

describe("a full disk", () => {
  it("stops an apply before any route is touched, and no longer than it is full", async () => {
    mkdirSync(room.stateDirectory, { mode: 0o700 });
    const mount = ["-t", "tmpfs", "-o", "size=64k,mode=700", "full", room.stateDirectory];
    expect(spawnSync("/usr/bin/mount", mount).status).toBe(0);
    try {
      const lock = join(room.stateDirectory, "lock");
      writeFileSync(lock, Buffer.alloc(64 * 1024), { mode: 0o600 });
      const before = await room.table();
      expect(await tryApply()).toBe("internal");
      expect(await room.table()).toBe(before);
      expect(readdirSync(room.stateDirectory)).toEqual(["lock"]);
      truncateSync(lock);
      expect(await tryApply()).toBe("done");
    } finally {
      expect(spawnSync("/usr/bin/umount", [room.stateDirectory]).status).toBe(0);
    }
  });
});

describe("a path that the helper trusts", () => {
  const at = (...names: string[]) => join(room.stateDirectory, "..", ...names);

  it("is root's alone from the top to the end", () => {
    writeFileSync(at("tool"), "", { mode: 0o755 });
    symlinkSync("tool", at("link"));
    expect(isTrustedPath(at("tool"))).toBe(true);
    expect(isTrustedPath(at("link"))).toBe(true);
    expect(isTrustedPath(at("missing"))).toBe(false);
  });

  it.each<readonly [string, () => string]>([
    ["a file of somebody else", () => (chownSync(at("tool"), NOBODY, NOBODY), at("tool"))],
    ["a file that a group can write to", () => (chmodSync(at("tool"), 0o775), at("tool"))],
    ["somebody's link to a good file", () => (lchownSync(at("link"), NOBODY, NOBODY), at("link"))],
    ["a good link to somebody's file", () => (chownSync(at("tool"), NOBODY, NOBODY), at("link"))],
    ["a link that leads in a circle", () => (symlinkSync("loop", at("loop")), at("loop"))],
    ["a file behind somebody's folder", () => (chownSync(at(), NOBODY, NOBODY), at("tool"))],
    ["a file below a folder that all can write to", () => (chmodSync(at(), 0o1777), at("tool"))],
  ])("is not %s", (_what, spoil) => {
    writeFileSync(at("tool"), "", { mode: 0o755 });
    symlinkSync("tool", at("link"));
    expect(isTrustedPath(spoil())).toBe(false);
  });
});
