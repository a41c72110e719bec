import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { inProject } from "../../../../scripts/paths.mjs";
import { installedProgram } from "../installed-program.ts";

/** A command line that a shell runs as it stands in the document, in an empty folder that is also the home. */
export interface InAShell {
  /** What has to be there, null when all of it is: then the test is skipped by that name. */
  readonly lacks: string | null;
  /** Another text for what the document leaves to the reader. */
  readonly typed?: (line: string) => string;
  prepare(folder: string): void;
  /** What has to be so afterwards. */
  check(folder: string, output: string): void;
}

const needs = (name: string) => (installedProgram(name) === null ? name : null);
const nothing = () => undefined;
const write = (folder: string, path: string, text = "") => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const git = (folder: string, ...words: string[]) =>
  expect(spawnSync("git", ["-c", "user.name=a", "-c", "user.email=a@b", ...words], { cwd: folder })).toMatchObject({
    status: 0,
  });

const YOURS = [
  ".config/Holdfast/settings.json",
  ".local/state/holdfast/history.json",
  ".cache/holdfast-updater/a.deb",
  ".config/autostart/holdfast.desktop",
];
const VITEST = inProject("node_modules", "vitest", "vitest.mjs");
const hasPackageLists =
  existsSync("/var/lib/apt/lists") &&
  readdirSync("/var/lib/apt/lists").some((name) => name.endsWith("_Packages") || name.endsWith("_Packages.lz4"));

/** By their first words. */
const IN_A_SHELL: Readonly<Record<string, InAShell>> = {
  "git clone <this repository> holdfast": {
    lacks: existsSync(inProject(".git")) ? needs("git") : "a clone of the project",
    typed: (line) => line.replace("<this repository>", `'${inProject()}'`) + " && pwd",
    prepare: nothing,
    check: (folder, output) => {
      expect(output.trim().endsWith("/holdfast")).toBe(true);
      expect(existsSync(join(folder, "holdfast", "package.json"))).toBe(true);
    },
  },
  "git tag ": {
    lacks: needs("git"),
    prepare: (folder) => {
      git(folder, "init", "--quiet");
      git(folder, "commit", "--quiet", "--allow-empty", "--message=a");
    },
    check: (folder) => expect(readdirSync(join(folder, ".git/refs/tags"))).toEqual(["v0.2.0"]),
  },
  "npm version ": {
    lacks: null,
    prepare: (folder) => write(folder, "package.json", '{ "name": "holdfast", "version": "0.1.0" }'),
    check: (folder) =>
      expect(JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))).toMatchObject({ version: "0.2.0" }),
  },
  "rm -rf ~/.config/Holdfast": {
    lacks: null,
    prepare: (folder) => {
      for (const path of [...YOURS, ".config/other", ".cache/other"]) write(folder, path);
    },
    check: (folder) => {
      expect(YOURS.filter((path) => existsSync(join(folder, path)))).toEqual([]);
      expect(readdirSync(join(folder, ".config"))).toContain("other");
      expect(readdirSync(join(folder, ".cache"))).toEqual(["other"]);
    },
  },
  "sudo apt install gnome-shell-extension-appindicator": {
    lacks: hasPackageLists ? needs("apt-cache") : "apt's lists of packages",
    // It would bring a whole desktop along; that there is such a package can be asked.
    typed: (line) => line.replace("sudo apt install", "apt-cache show"),
    prepare: nothing,
    check: (_folder, output) => expect(output).toContain("Package: gnome-shell-extension-appindicator"),
  },
  "journalctl --unit 'holdfast-helper@*'": {
    lacks: needs("journalctl"),
    // Where systemd does not run there is no journal, and nothing to be found in it.
    typed: (line) => `${line} --no-pager --lines 1 2>&1 || true`,
    prepare: () =>
      expect(existsSync(inProject("build/linux/root/usr/lib/systemd/system/holdfast-helper@.service"))).toBe(true),
    check: (_folder, output) => expect(output).not.toMatch(/unrecognized|invalid option|Failed to parse/),
  },
  "HOLDFAST_RUNS=1000000 npx vitest run --project property": {
    lacks: null,
    // Which tests it is, without the hour that they would take.
    typed: (line) =>
      `cd '${inProject()}' && ${line.replace("npx vitest run", `'${process.execPath}' '${VITEST}' list --filesOnly`)}`,
    prepare: nothing,
    check: (_folder, output) => {
      expect(output).toContain("tests/property/repair/darwin.test.ts");
      expect(output).toContain("tests/property/repair/linux.test.ts");
    },
  },
};

/** How a shell runs a command line, null when it is none for a shell. */
export function inAShell(line: string): InAShell | null {
  return Object.entries(IN_A_SHELL).find(([start]) => line.startsWith(start))?.[1] ?? null;
}
