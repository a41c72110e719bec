import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { ScriptTarget } from "../../../../shared/helper-setup/mac-script-parts.ts";
import { macPayload } from "../../../../shared/helper-setup/mac-payload.ts";
import { DARWIN_PLACES } from "../../../../shared/helper-setup/places.ts";
import { callsIn, standInTools } from "./stand-in-tools.ts";
import type { Signs } from "./stand-in-tools.ts";

/** Whether the scripts can be run here: only root can give files to somebody. */
export const isRoot = process.getuid?.() === 0;

/** What a script said and how it ended. */
export interface Ended {
  readonly status: number | null;
  readonly said: string;
}

/** A folder in which the folders of a Mac are, with a blank and a quote in its name, and tools that belong to it. */
export interface FakeMac {
  readonly signs: Signs;
  /** A path of the Mac as one of this machine. */
  at(path: string): string;
  /** Runs a script as the installer does, with words of its own if there are any. */
  run(script: (target: ScriptTarget) => string, words?: readonly string[]): Ended;
  /** Puts the files of the package into their place, as the installer does between its scripts. */
  unpack(): void;
  /** Every path with owner, group, mode and content, so that two states can be compared. */
  tree(): readonly string[];
  /** The calls of tools since the last time that this was asked. */
  takeCalls(): readonly string[];
  remove(): void;
}

/** What is installed. */
export const SOURCES = {
  helper: "a helper",
  cli: "#!/usr/bin/env node\nexport {};\n",
  version: "1.2.3",
  ruleset: "a".repeat(64),
};

/** What the installer hands to its scripts: the package, the folder to install into, the volume, the volume of the start. */
const WORDS = ["/Users/ada/Downloads/Holdfast helper.pkg", "/", "/", "/"];

/** A Mac as macOS makes it: /Applications is open to administrators, what is of the system is not. */
export function makeFakeMac(): FakeMac {
  const folder = mkdtempSync(join(tmpdir(), "holdfast ada's mac "));
  const root = join(folder, "root of it");
  const at = (path: string) => join(root, path);
  const signs: Signs = {
    calls: join(folder, "calls"),
    cut: join(folder, "cut"),
    job: join(folder, "job"),
    refused: join(folder, "refused"),
    screen: join(folder, "screen"),
  };
  makeFolder(root, 0o755);
  makeFolder(at("/Applications"), 0o775);
  makeFolder(at("/Library"), 0o755);
  makeFolder(at("/Library/Application Support"), 0o755);
  makeFolder(at("/Library/LaunchDaemons"), 0o755);
  makeFolder(at("/Library/PrivilegedHelperTools"), 0o1755);
  for (const path of ["/private", "/private/etc", "/private/etc/paths.d"]) makeFolder(at(path), 0o755);
  writeFileSync(signs.screen, "501\n");
  const tools = standInTools(join(folder, "its tools"), signs, at(DARWIN_PLACES.socket));
  return {
    signs,
    at,
    run(script, words = WORDS) {
      const path = join(folder, "script");
      writeFileSync(path, script({ root, tools }));
      // No variable and no program is to be had from whoever runs it.
      const options = { env: { PATH: "/nowhere" }, cwd: "/", encoding: "utf8" as const };
      const { status, stdout, stderr } = spawnSync("/bin/sh", [path, ...words], options);
      return { status, said: `${stdout}${stderr}`.replaceAll(root, "") };
    },
    unpack() {
      makeFolder(at(DARWIN_PLACES.folder), 0o755);
      makeFile(at(DARWIN_PLACES.node), "a runtime", 0o755);
      for (const { path, content, mode } of macPayload(SOURCES)) {
        makeFile(at(`${DARWIN_PLACES.folder}/${path}`), content, mode);
      }
    },
    tree: () => describeTree(root),
    takeCalls() {
      const calls = callsIn(signs).map((call) => call.replaceAll(root, ""));
      rmSync(signs.calls, { force: true });
      return calls;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** Makes a folder with exactly this mode, also where one is. */
export function makeFolder(path: string, mode: number): void {
  if (!existsSync(path)) mkdirSync(path);
  chmodSync(path, mode);
}

/** Makes a file with exactly this mode, and the folder in which it is. */
export function makeFile(path: string, content: string, mode: number): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  chmodSync(path, mode);
}

function describeTree(root: string): readonly string[] {
  const paths = readdirSync(root, { recursive: true, encoding: "utf8" }).toSorted();
  return paths.map((path) => {
    const place = join(root, path);
    const stats = lstatSync(place);
    const content = stats.isFile() ? readFileSync(place, "utf8") : "";
    return `/${path} ${stats.uid}:${stats.gid} ${stats.mode.toString(8)} ${content}`;
  });
}
