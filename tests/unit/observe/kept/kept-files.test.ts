import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { chmodSync, chownSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { historyFile } from "../../../../electron/observe/kept/history-file.ts";
import { openMemory } from "../../../../electron/observe/kept/memory.ts";
import { stateFolder } from "../../../../electron/observe/kept/state-folder.ts";
import { timelineFile } from "../../../../electron/observe/kept/timeline-file.ts";
import { EMPTY_HISTORY } from "../../../../shared/history/history.ts";
import type { History } from "../../../../shared/history/history.ts";
import { MOST_ENTRIES } from "../../../../shared/history/merge-timelines.ts";
import { buildProgram } from "../../../lab/helper/helper-bundle.ts";
import { historyOfCafe } from "../../../support/known-history.ts";
import { entryAt } from "../../../support/timeline-entries.ts";

let above = "";
let folder = "";
const problems: string[] = [];
beforeEach(() => {
  above = mkdtempSync(join(tmpdir(), "hf kept "));
  folder = join(above, "state", "holdfast");
  problems.length = 0;
});
afterEach(() => rmSync(above, { recursive: true, force: true }));

const onProblem = (problem: string) => void problems.push(problem);
const file = (boot = "boot", unusable: "set-aside" | "leave" = "set-aside") =>
  historyFile(folder, boot, { unusable, onProblem });
const keep = (history: History, boot?: string) => file(boot).keep(EMPTY_HISTORY, history);
const put = (text: string) => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "history.json"), text);
};

describe("the kept history", () => {
  it("is given back as it was kept, from a file that nobody else can read", () => {
    expect(file().read()).toEqual(EMPTY_HISTORY);
    keep(historyOfCafe);
    expect(file().read()).toEqual(historyOfCafe);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, "history.json")).mode & 0o777).toBe(0o600);
    expect(problems).toEqual([]);
  });

  it("closes a folder that others could look into", () => {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o755);
    keep(historyOfCafe);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it("loses its pins, and nothing else, with the next start of the kernel", () => {
    keep(historyOfCafe, "boot-1");
    expect(file("boot-2").read()).toEqual({ ...historyOfCafe, pins: [] });
    expect(file("").read().pins).toEqual([]);
  });

  it("is not written again when it is the same", () => {
    keep(historyOfCafe);
    const past = new Date("2026-01-01");
    utimesSync(join(folder, "history.json"), past, past);
    keep(historyOfCafe);
    expect(statSync(join(folder, "history.json")).mtime).toEqual(past);
  });

  it("is not brought back by another program once it was struck out", () => {
    const [mine, other] = [file(), file()];
    const known = mine.keep(EMPTY_HISTORY, historyOfCafe);
    const learned = { ...other.read(), servers: ["203.0.113.9", "203.0.113.10"] };
    other.keep(other.read(), learned);
    const merged = mine.keep(known, { ...known, pins: [] });
    expect(merged).toMatchObject({ pins: [], servers: ["203.0.113.10", "203.0.113.9"] });
    expect(file().read()).toEqual(merged);
  });

  it.each([
    ["garbage", "{{{"],
    ["nothing", ""],
    ["half of it", JSON.stringify({ schema: 1, boot: "boot", history: EMPTY_HISTORY }).slice(0, 60)],
    ["a newer version", JSON.stringify({ schema: 2, boot: "boot", history: { ...EMPTY_HISTORY, more: [] } })],
    ["other fields", JSON.stringify({ schema: 1, boot: "boot", history: { servers: [] } })],
    ["too much", JSON.stringify({ schema: 1, boot: "x".repeat(600_000), history: EMPTY_HISTORY })],
  ])("with %s in its file is set aside, with a warning, and begun anew", (_what, text) => {
    put(text);
    expect(file().read()).toEqual(EMPTY_HISTORY);
    expect(problems).toHaveLength(1);
    expect(readdirSync(folder)).toEqual(["history.json.unusable"]);
    expect(readFileSync(join(folder, "history.json.unusable"), "utf8")).toBe(text);
    keep(historyOfCafe);
    expect(file().read()).toEqual(historyOfCafe);
  });

  it("sets one file aside at most", () => {
    put("first");
    file().read();
    put("second");
    file().read();
    expect(readdirSync(folder)).toEqual(["history.json.unusable"]);
    expect(readFileSync(join(folder, "history.json.unusable"), "utf8")).toBe("second");
  });

  it("is left where it is by those who only read", () => {
    put("garbage");
    expect(file("boot", "leave").read()).toEqual(EMPTY_HISTORY);
    expect(problems).toHaveLength(1);
    expect(readdirSync(folder)).toEqual(["history.json"]);
  });

  it("is read through no link, and the file behind the link is not touched", () => {
    const target = join(above, "secret.json");
    writeFileSync(target, JSON.stringify({ schema: 1, boot: "boot", history: historyOfCafe }));
    mkdirSync(folder, { recursive: true });
    symlinkSync(target, join(folder, "history.json"));
    expect(file().read()).toEqual(EMPTY_HISTORY);
    keep(EMPTY_HISTORY);
    expect(JSON.parse(readFileSync(target, "utf8"))).toMatchObject({ history: { servers: historyOfCafe.servers } });
  });

  it("that cannot be written is reported, and the program goes on", () => {
    mkdirSync(join(above, "state"));
    writeFileSync(folder, "a file in the place of the folder");
    expect(keep(historyOfCafe)).toEqual(historyOfCafe);
    expect(file().read()).toEqual(EMPTY_HISTORY);
    mkdirSync(join(above, "other", "history.json", "in the way"), { recursive: true });
    historyFile(join(above, "other"), "boot", { unusable: "leave", onProblem }).keep(EMPTY_HISTORY, historyOfCafe);
    expect(problems.at(-1)).toMatch(/history\.json is not written/);
    expect(readdirSync(join(above, "other"))).toEqual(["history.json"]);
  });

  it("leaves no half-written files of programs that were killed", () => {
    mkdirSync(folder, { recursive: true });
    const [old, fresh] = ["history.json.00aa.new", "history.json.00bb.new"];
    for (const name of [old, fresh]) writeFileSync(join(folder, name), "half");
    utimesSync(join(folder, old), new Date("2026-01-01"), new Date("2026-01-01"));
    keep(historyOfCafe);
    expect(readdirSync(folder).toSorted()).toEqual(["history.json", fresh]);
  });

  it.runIf(process.geteuid?.() === 0)("is read, but never written or set aside, in the folder of another user", () => {
    keep(historyOfCafe);
    for (const path of [folder, join(folder, "history.json")]) chownSync(path, 65534, 65534);
    expect(file().read()).toEqual(historyOfCafe);
    keep({ ...historyOfCafe, servers: ["192.0.2.1"] });
    expect(file().read()).toEqual(historyOfCafe);
    put("garbage");
    expect(file().read()).toEqual(EMPTY_HISTORY);
    expect(readdirSync(folder)).toEqual(["history.json"]);
    const theirs = join(above, "theirs");
    mkdirSync(theirs);
    chownSync(theirs, 65534, 65534);
    historyFile(join(theirs, "holdfast"), "boot", { unusable: "set-aside", onProblem }).keep(
      EMPTY_HISTORY,
      historyOfCafe,
    );
    expect(readdirSync(theirs)).toEqual([]);
  });

  it("stays whole while several programs keep theirs at the same time", { timeout: 60_000 }, async () => {
    const writer = await buildProgram("tests/unit/observe/kept/history-writer.ts");
    try {
      const running = ["a", "b", "c"].map((name) => {
        const child = spawn(process.execPath, [writer.path, folder, name, "60"], {
          stdio: ["ignore", "ignore", "pipe"],
        });
        let errors = "";
        child.stderr.on("data", (text) => (errors += String(text)));
        return once(child, "close").then(([code]) => ({ code, errors }));
      });
      let isRunning = true;
      const ended = Promise.all(running).finally(() => (isRunning = false));
      while (isRunning) {
        file().read();
        await new Promise((next) => setImmediate(next));
      }
      expect(await ended).toEqual(["a", "b", "c"].map(() => ({ code: 0, errors: "" })));
      expect(problems).toEqual([]);
      expect(readdirSync(folder)).toEqual(["history.json"]);
      expect(file().read().servers.length).toBeGreaterThan(0);
    } finally {
      await writer.remove();
    }
  });
});

describe("the kept timeline", () => {
  const timeline = () => timelineFile(folder, { unusable: "set-aside", onProblem });
  const entries = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => entryAt(from + index));

  it("holds what all programs noted, the oldest first, and the newest of it", () => {
    timeline().keep(entries(0, 3));
    timeline().keep(entries(2, 5));
    expect(timeline().read()).toEqual(entries(0, 5));
    timeline().keep(entries(5, 300));
    expect(timeline().read()).toEqual(entries(300 - MOST_ENTRIES, 300));
  });

  it("forgets more of the oldest where the entries are so large that the file would be", () => {
    const large = entries(0, 200).map((entry) => ({
      ...entry,
      events: [
        { kind: "change" as const, change: { code: "tunnel-up" as const, args: { interface: "x".repeat(20_000) } } },
      ],
    }));
    const kept = timeline().keep(large);
    expect(kept.length).toBeGreaterThan(40);
    expect(kept).toEqual(large.slice(-kept.length));
    expect(timeline().read()).toEqual(kept);
    expect(statSync(join(folder, "timeline.json")).size).toBeLessThan(1024 * 1024);
  });

  it("lies beside the history", () => {
    const memory = openMemory(folder, "boot", { unusable: "set-aside", onProblem });
    memory.history.keep(EMPTY_HISTORY, historyOfCafe);
    memory.timeline.keep(entries(0, 1));
    expect(readdirSync(folder).toSorted()).toEqual(["history.json", "timeline.json"]);
  });
});

describe("the folder", () => {
  it("is where each system wants it", () => {
    expect(stateFolder("linux", { XDG_STATE_HOME: "/state" })).toBe("/state/holdfast");
    expect(stateFolder("linux", { XDG_STATE_HOME: "relative" })).toMatch(/^\/.*\/\.local\/state\/holdfast$/);
    expect(stateFolder("linux", {})).toMatch(/^\/.*\/\.local\/state\/holdfast$/);
    expect(stateFolder("darwin", {})).toMatch(/^\/.*\/Library\/Application Support\/Holdfast$/);
  });
});
