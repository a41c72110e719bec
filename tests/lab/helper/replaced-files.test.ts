import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { HelperFailure } from "../../../electron/helper-client/helper-failure.ts";
import { buildProgram } from "./helper-bundle.ts";
import type { BuiltProgram } from "./helper-bundle.ts";
import { askOnce } from "./helper-in-room.ts";
import { makeNetworkRoom } from "./network-room.ts";
import type { NetworkRoom } from "./network-room.ts";

const NOBODY = 65_534;
const TRANSACTION = "a".repeat(32);
const LEDGER = "history.json";

let helper: BuiltProgram;
let room: NetworkRoom;
let wanted: { readonly digest: string; readonly only: string[] };
let count = 0;

beforeAll(async () => {
  [helper, room] = await Promise.all([buildProgram("electron/helper/helper.ts"), makeNetworkRoom()]);
});
beforeAll(async () => {
  const { digest, entries } = await askOnce(room, helper.path, "plan", {});
  wanted = { digest, only: entries.map(({ id }) => id) };
});
afterAll(() => Promise.all([helper.remove(), room.remove()]));

/** What is put into the place of a file or folder; `victim` is a file, `absent` nothing yet, both elsewhere. */
type Replace = (path: string, victim: string, absent: string) => unknown;

const node = (...words: readonly string[]) => expect(spawnSync("/usr/bin/mknod", words).status).toBe(0);
const KINDS: Readonly<Record<string, Replace>> = {
  "a link to a file": (path, victim) => symlinkSync(victim, path),
  "a link to nothing": (path, _victim, absent) => symlinkSync(absent, path),
  "a link to a folder": (path, victim) => symlinkSync(dirname(victim), path),
  "a second name of a file": (path, victim) => linkSync(victim, path),
  "a pipe": (path) => node(path, "p"),
  "a device": (path) => node("-m", "600", path, "c", "1", "3"),
  "a disk": (path) => node("-m", "600", path, "b", "7", "250"),
  "a folder": (path) => mkdirSync(path, { mode: 0o700 }),
  "somebody's file": (path) => (writeFileSync(path, "", { mode: 0o600 }), chownSync(path, NOBODY, NOBODY)),
  "a file that others may read": (path) => (writeFileSync(path, ""), chmodSync(path, 0o644)),
  "a file that others may write": (path) => (writeFileSync(path, ""), chmodSync(path, 0o666)),
};

/** A journal's folder that does not exist yet, and a place elsewhere with a file that must stay as it is. */
function freshPlaces() {
  const folder = join(dirname(room.stateDirectory), `place-${count++}`);
  const elsewhere = join(folder, "elsewhere");
  mkdirSync(elsewhere, { recursive: true, mode: 0o700 });
  const victim = join(elsewhere, "victim");
  writeFileSync(victim, `untouched ${count}\n`, { mode: 0o600 });
  return { journal: join(folder, "journal"), victim, absent: join(elsewhere, "absent") };
}

const traceOf = (victim: string) => {
  const { mode, size, mtimeMs, ino } = statSync(victim);
  const hash = createHash("sha256").update(readFileSync(victim)).digest("hex");
  return { mode, size, mtimeMs, ino, hash, beside: readdirSync(dirname(victim)) };
};

/** Tries to apply everything with the journal in this folder; what came of it. */
async function tryApply(stateDirectory: string): Promise<string> {
  return askOnce({ ...room, stateDirectory }, helper.path, "apply", wanted).then(
    () => "done",
    (error: HelperFailure) => error.code,
  );
}

async function check(journal: string, victim: string): Promise<void> {
  const [table, trace] = [await room.table(), traceOf(victim)];
  expect(await tryApply(journal)).toBe("internal");
  expect(await room.table()).toBe(table);
  expect(traceOf(victim)).toEqual(trace);
}

const every = Object.entries(KINDS);
const without = (...kinds: readonly string[]) => every.filter(([kind]) => !kinds.includes(kind));

describe("T-F1 the helper touches no route, and nothing elsewhere,", () => {
  it.each(without("a folder"))("when there is %s in the place of the journal's folder", async (_kind, replace) => {
    const { journal, victim, absent } = freshPlaces();
    replace(journal, victim, absent);
    await check(journal, victim);
  });

  it.each(every)("when there is %s in the place of a journal's file", async (_kind, replace) => {
    const { journal, victim, absent } = freshPlaces();
    mkdirSync(journal, { mode: 0o700 });
    replace(join(journal, TRANSACTION), victim, absent);
    await check(journal, victim);
  });

  // Nobody reads or writes the lock's content, so who else might is of no account.
  it.each(without("a file that others may read", "a file that others may write"))(
    "when there is %s in the place of the lock",
    async (_kind, replace) => {
      const { journal, victim, absent } = freshPlaces();
      mkdirSync(journal, { mode: 0o700 });
      replace(join(journal, "lock"), victim, absent);
      await check(journal, victim);
    },
  );
});

describe("T-F1 the helper remembers nothing, and touches nothing elsewhere,", () => {
  it.each(every)("when there is %s in the place of its ledger", async (_kind, replace) => {
    const { journal, victim, absent } = freshPlaces();
    mkdirSync(journal, { mode: 0o700 });
    replace(join(journal, LEDGER), victim, absent);
    const trace = traceOf(victim);
    await askOnce({ ...room, stateDirectory: journal }, helper.path, "plan", {});
    expect(traceOf(victim)).toEqual(trace);
  });
});

describe("T-F3 with a mask that hides nothing", () => {
  it("every file of the helper's is its own alone, and so is their folder", async () => {
    const { journal } = freshPlaces();
    const inherited = process.umask(0);
    try {
      expect(await tryApply(journal)).toBe("done");
    } finally {
      process.umask(inherited);
    }
    const files = readdirSync(journal);
    expect(files).toEqual(expect.arrayContaining(["lock", LEDGER, expect.stringMatching(/^[0-9a-f]{32}$/)]));
    for (const file of files) expect([file, statSync(join(journal, file)).mode & 0o7777]).toEqual([file, 0o600]);
    expect(statSync(journal).mode & 0o7777).toBe(0o700);
  });
});
